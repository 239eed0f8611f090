// Runs the commands of the build, and logs each step with its duration.
import { execFile } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));
const START_OF_TAIL = -60;

// When a command fails, the other running commands are stopped.
const stop = new AbortController();

// Runs a command and returns its output. `priority` is a nice value: higher for commands that can wait.
export async function run(command, args, { priority } = {}) {
  const running = promisify(execFile)(command, args, {
    cwd: ROOT,
    maxBuffer: Number.POSITIVE_INFINITY,
    signal: stop.signal,
  });
  if (priority && running.child.pid) setPriority(running.child.pid, priority);
  try {
    const { stdout, stderr } = await running;
    if (command === "cargo") process.stderr.write(stderr);
    return stdout;
  } catch (error) {
    if (stop.signal.aborted) throw error;
    stop.abort();
    const tail = (error.stderr || error.message).trimEnd().split("\n").slice(START_OF_TAIL).join("\n");
    throw new Error(`${tail}\nbuild: stopped. This command failed: ${command} ${args.join(" ")}`);
  }
}

// Runs a step of the build: logs its usual and its actual duration, on standard error, because callers read the
// output.
export async function step(what, usual, work) {
  console.error(`build: ${what} (usually ${usual}) ...`);
  const started = performance.now();
  const result = await work();
  console.error(`build: ${what}: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
