// Runs the commands of the build, and says what it does and how long that takes.
import { execFile } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));
const START_OF_TAIL = -60;

// Commands that run when one of them fails are stopped.
const stop = new AbortController();

// Runs a command and gives what it prints. `priority` is higher for what others shall not wait for.
export async function run(command, words, { priority } = {}) {
  const running = promisify(execFile)(command, words, {
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
    throw new Error(`${tail}\nbuild: stopped. This command failed: ${command} ${words.join(" ")}`);
  }
}

// Does a step of the build: announces it with its usual duration, and says how long it took; on standard error,
// because who runs this as a part of something else reads the output.
export async function step(what, usual, work) {
  console.error(`build: ${what} (usually ${usual}) ...`);
  const started = performance.now();
  const result = await work();
  console.error(`build: ${what}: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return result;
}
