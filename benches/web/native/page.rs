//! The native side's proxy for the page in its browser: a process that responds line by line.

use districtwide::scenario::Scenario;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

/// A page that runs workloads on request.
pub struct Page(RefCell<Process>);

struct Process {
    child: Child,
    /// Dropped to close the browser.
    requests: Option<ChildStdin>,
    responses: BufReader<ChildStdout>,
}

impl Page {
    /// Opens the page and passes it the parameters of R1.
    pub fn open(r1: &Scenario) -> Self {
        let mut child = Command::new("node")
            .args(["benches/web/browser.mjs", &parameters(r1).to_string()])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node; tools/setup.sh installs it");
        let responses = BufReader::new(child.stdout.take().expect("a piped output"));
        Self(RefCell::new(Process { requests: child.stdin.take(), responses, child }))
    }

    /// The seconds that it takes to run the workload this many times, by the page's own clock.
    pub fn seconds(&self, work: &str, first: u64, times: u32) -> f64 {
        let response = self.call(&json!({ "work": work, "first": first, "times": times }));
        response["seconds"].as_f64().expect("seconds")
    }

    /// Schools that ever started, by month, on average over this many futures.
    pub fn mean_ever(&self, work: &str, futures: u64) -> Vec<f64> {
        let mut response = self.call(&json!({ "work": work, "first": 0, "times": futures }));
        serde_json::from_value(response["mean_ever"].take()).expect("a number a month")
    }

    fn call(&self, request: &Value) -> Value {
        let mut process = self.0.borrow_mut();
        let mut response = String::new();
        let requests = process.requests.as_mut().expect("an open page");
        writeln!(requests, "{request}").expect("a page that listens");
        process.responses.read_line(&mut response).expect("a page that responds");
        serde_json::from_str(&response).expect("a response; see the error above")
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let process = self.0.get_mut();
        process.requests = None;
        // Whether the browser closed cleanly no longer matters.
        let _ = process.child.wait();
    }
}

/// R1 with the names of the JavaScript programs.
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
