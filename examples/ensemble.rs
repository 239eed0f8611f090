//! The headless runner: simulates an ensemble on all cores and writes it as tidy CSV.
//!
//! ```text
//! cargo run --release --example ensemble -- chicago --months 96 --replicates 500 --seed 1 > out.csv
//! ```

use districtwide::ensemble::{run_on_all_cores, to_csv};
use districtwide::scenario::{Preset, Scenario, parameter};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use lexopt::prelude::*;
use std::error::Error;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;

const HELP: &str = "\
Simulates many futures of a district and writes month,measure,statistic,value as CSV.

Usage: ensemble PRESET|FILE.json|LINK [options] > results.csv

  PRESET               typical_surveyed, chicago, baltimore_county, small_wealthy,
                       large_low_income_urban, or default
  FILE.json            a scenario file; what it leaves out is the default
  LINK                 a link of the page, in quotes: 'v2&preset=chicago&fast_slow=0.4'

  --months N           months to simulate        (overrides the scenario's own)
  --replicates N       simulated futures         (overrides the scenario's own)
  --seed N             seed of chance            (overrides the scenario's own)
  --threads N          cores to use; the results are the same on any number (default: all)
  --beyond-ranges      let a FILE.json leave the ranges, for closed-form limits and research
  --help               this text
";

/// The parsed command line.
#[derive(Default)]
struct Request {
    source: Option<String>,
    /// Keys and unparsed values of the parameters to override.
    overrides: Vec<(&'static str, String)>,
    threads: usize,
    beyond_ranges: bool,
    help: bool,
}

/// Runs, and reports an error in one line.
pub fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ensemble: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let request = request()?;
    let Some(source) = request.source.as_deref().filter(|_| !request.help) else {
        print!("{HELP}");
        return if request.help { Ok(()) } else { Err("name a preset, a file or a link".into()) };
    };
    let scenario = with_overrides(scenario(source, request.beyond_ranges)?, &request)?;
    rayon::ThreadPoolBuilder::new().num_threads(request.threads).build_global()?;

    let simulation = scenario.simulation;
    eprintln!(
        "simulating {} futures of {source} over {} months, seed {}, on {} cores",
        simulation.replicates,
        simulation.months,
        simulation.seed,
        rayon::current_num_threads()
    );
    let progress = progress_bar(simulation.replicates);
    let ensemble = run_on_all_cores(&scenario, || progress.inc(1));
    progress.finish_and_clear();
    eprintln!("done in {:.2} s", progress.elapsed().as_secs_f64());
    write_out(&to_csv(&ensemble))
}

fn request() -> Result<Request, lexopt::Error> {
    let mut request = Request::default();
    let mut arguments = lexopt::Parser::from_env();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("help") | Short('h') => request.help = true,
            Long("beyond-ranges") => request.beyond_ranges = true,
            Long("threads") => request.threads = arguments.value()?.parse()?,
            Long(name @ ("months" | "replicates" | "seed")) => {
                let key = match name {
                    "months" => "months",
                    "replicates" => "replicates",
                    _ => "seed",
                };
                request.overrides.push((key, arguments.value()?.string()?));
            }
            Value(source) if request.source.is_none() => {
                request.source = Some(source.string()?);
            }
            _ => return Err(argument.unexpected()),
        }
    }
    Ok(request)
}

/// Loads a preset by its key, a file that ends in `.json`, or a link.
fn scenario(source: &str, beyond_ranges: bool) -> Result<Scenario, Box<dyn Error>> {
    if source == "default" {
        return Ok(Scenario::default());
    }
    if let Some(preset) = Preset::from_key(source) {
        return Ok(preset.into());
    }
    if source.ends_with(".json") {
        let text = std::fs::read_to_string(source)
            .map_err(|error| format!("{source} could not be read: {error}"))?;
        let read =
            if beyond_ranges { Scenario::from_json_beyond_ranges } else { Scenario::from_json };
        return Ok(read(&text)?);
    }
    let begins_with_version = source
        .strip_prefix(['v', 'V'])
        .is_some_and(|rest| rest.starts_with(|digit: char| digit.is_ascii_digit()));
    if begins_with_version || source.contains(['#', '?', '&', '=']) {
        return Ok(Scenario::from_link(source)?);
    }
    let presets = Preset::ALL.map(Preset::key).join(", ");
    Err(format!("'{source}' is no preset ({presets}), no .json file and no link").into())
}

fn with_overrides(mut scenario: Scenario, request: &Request) -> Result<Scenario, Box<dyn Error>> {
    for (key, text) in &request.overrides {
        let parameter = parameter(key).ok_or("no such parameter")?;
        let mut settings = scenario.settings();
        (parameter.set)(&mut settings, parameter.parse(text)?)
            .ok_or_else(|| format!("{key}: {text} is too large a number"))?;
        scenario = if request.beyond_ranges {
            Scenario::beyond_ranges(settings)?
        } else {
            Scenario::new(settings)?
        };
    }
    Ok(scenario)
}

fn progress_bar(replicates: u32) -> ProgressBar {
    let style = ProgressStyle::with_template("{pos}/{len} futures {wide_bar} {eta} left")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(Some(replicates.into()), ProgressDrawTarget::stderr())
        .with_style(style)
}

/// Writes to standard output; a closed pipe (`| head`) is not an error.
fn write_out(csv: &str) -> Result<(), Box<dyn Error>> {
    match std::io::stdout().write_all(csv.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
