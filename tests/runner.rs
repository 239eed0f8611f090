//! The headless runner as a researcher uses it: its output, and its messages about invalid requests.

use districtwide::model::Measure;
use std::path::PathBuf;
use std::process::{Command, Output};
use std::sync::LazyLock;

/// The runner, built by the Cargo that runs this test. `cargo test` has built it already; `cargo test --test
/// runner`, which builds no examples, has not.
static RUNNER: LazyLock<PathBuf> = LazyLock::new(|| {
    // The profile of tests: what `cargo test` has built is used again.
    let arguments = "build --quiet --profile test --example ensemble --message-format json";
    let output = Command::new(env!("CARGO"))
        .args(arguments.split(' '))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("Cargo, which runs this test");
    assert!(output.status.success(), "{}", text(&output.stderr));
    // Cargo names what it has built, one message a line.
    let messages = text(&output.stdout);
    messages
        .lines()
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter(|message| message["target"]["name"] == "ensemble")
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .expect("the path of the runner")
});

fn run(arguments: &[&str]) -> Output {
    Command::new(&*RUNNER).args(arguments).output().expect("the runner")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// The value in the line that begins with this key.
fn value(csv: &str, key: &str) -> f64 {
    let line = csv.lines().find(|line| line.starts_with(key)).expect("a line of this key");
    line.rsplit(',').next().and_then(|number| number.parse().ok()).expect("a number")
}

#[test]
fn one_replicate_of_the_defaults_is_the_check_trace() {
    let output = run(&["default", "--replicates", "1", "--seed", "1", "--months", "96"]);
    assert!(output.status.success());
    let csv = text(&output.stdout);
    assert!(csv.starts_with("month,measure,statistic,value\n0,none,mean,76\n"));
    assert_eq!(csv.lines().count(), 1 + 97 * Measure::ALL.len() * 7);
    for (key, expected) in [
        ("36,ever,p50,", 24.0),
        ("36,waiting,mean,", 2.0),
        ("96,stopped,p90,", 7.0),
        ("96,sustained,p10,", 16.0),
        ("96,depth,sd,", 0.0),
    ] {
        assert_eq!(value(&csv, key), expected, "{key}");
    }
    assert!((value(&csv, "96,cost,mean,") - 17_549.661).abs() < 1e-3);
    assert!((value(&csv, "36,capacity_ratio,p50,") - 0.802979).abs() < 1e-6);
    assert!(
        text(&output.stderr).contains("simulating 1 futures of default over 96 months, seed 1")
    );
}

#[test]
fn one_core_writes_the_same_as_all_cores() {
    let on = |threads| run(&["small_wealthy", "--replicates", "40", "--threads", threads]).stdout;
    assert!(!on("1").is_empty());
    assert_eq!(on("1"), on("3"));
}

#[test]
fn a_link_and_a_file_with_the_same_settings_give_the_same_numbers() {
    let file = std::env::temp_dir().join(format!("districtwide-{}.json", std::process::id()));
    let settings = r#"{"n_schools": 30, "decisions": {"fast_slow": 0.4}, "replicates": 20}"#;
    std::fs::write(&file, settings).expect("a writable temporary folder");
    let from_file = run(&[&file.to_string_lossy()]);
    std::fs::remove_file(&file).expect("the file just written");
    let from_link = run(&["#v2&n_schools=30&fast_slow=0.4&replicates=20"]);
    assert!(from_file.status.success());
    assert_eq!(from_file.stdout, from_link.stdout);
}

#[test]
fn an_invalid_request_fails_with_a_sentence_that_says_what_to_do() {
    for (arguments, part) in [
        (&["chicgo"][..], "'chicgo' is no preset (typical_surveyed, chicago"),
        (&["missing.json"], "missing.json could not be read"),
        (&["v2&n_schools=-3"], "it must be a whole number from 2 to 5000 (schools)"),
        (&["chicago", "--months", "1000"], "Months to simulate (months): 1000 is not allowed"),
        (&["chicago", "--month", "12"], "invalid option '--month'"),
        (&[], "name a preset, a file or a link"),
    ] {
        let output = run(arguments);
        assert!(!output.status.success(), "{arguments:?}");
        let message = text(&output.stderr);
        assert!(message.contains(part), "{arguments:?}: {message}");
    }
}
