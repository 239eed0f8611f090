//! The page in its browser, as the native side sees it: a process that answers line by line.

use districtwide::scenario::Scenario;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A page that does works when asked.
pub struct Page(RefCell<Process>);

struct Process {
    child: Child,
    /// Gone once there is nothing more to ask: the browser closes.
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Page {
    /// Opens the page and tells it what R1 is.
    pub fn open(r1: &Scenario) -> Self {
        let mut child = Command::new("node")
            .args(["benches/web/browser.mjs", &parameters(r1).to_string()])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node; tools/setup.sh brings it");
        let answers = BufReader::new(child.stdout.take().expect("a piped output"));
        Self(RefCell::new(Process { questions: child.stdin.take(), answers, child }))
    }

    /// The seconds that it takes to do the work so many times, by the page's own clock.
    pub fn seconds(&self, work: &str, first: u64, times: u32) -> f64 {
        let answer = self.ask(&json!({ "work": work, "first": first, "times": times }));
        answer["seconds"].as_f64().expect("seconds")
    }

    /// Schools that ever started by month, on average over so many futures.
    pub fn mean_ever(&self, work: &str, futures: u64) -> Vec<f64> {
        let mut answer = self.ask(&json!({ "work": work, "first": 0, "times": futures }));
        serde_json::from_value(answer["mean_ever"].take()).expect("a number a month")
    }

    fn ask(&self, question: &Value) -> Value {
        let mut process = self.0.borrow_mut();
        let mut answer = String::new();
        let questions = process.questions.as_mut().expect("an open page");
        writeln!(questions, "{question}").expect("a page that listens");
        process.answers.read_line(&mut answer).expect("a page that answers");
        serde_json::from_str(&answer).expect("an answer; what went wrong stands above")
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let process = self.0.get_mut();
        process.questions = None;
        // Whether the browser closed well no longer matters.
        let _ = process.child.wait();
    }
}

/// R1 in the words of the JavaScript programs.
fn parameters(r1: &Scenario) -> Value {
    json!({
        "schools": r1.district.n_schools,
        "started": r1.district.start_schools,
        "peers": r1.district.peers,
        "months": r1.simulation.months,
        "volunteerRate": r1.spread.volunteer_rate,
        "peerRate": r1.spread.peer_rate,
        "localWeight": r1.spread.local_weight,
    })
}
