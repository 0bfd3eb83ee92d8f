// test-report.mjs NAME EXITCODE REPORT LOG COUNTS: what ./test prints about one project, from the report in CTRF form that the
// test program wrote. COUNTS receives "passed failed skipped". A project that crashed or ran nothing counts as one failure.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [name, exitCode, report, log, counts] = process.argv.slice(2);
const results = existsSync(report) ? parse(readFileSync(report, 'utf8')) : null;
const tests = results?.tests ?? [];
const of = (status) => tests.filter((t) => t.status === status);
const [passed, failed, skipped] = [of('passed'), of('failed'), of('skipped')];
const errors = (results?.extra?.suites ?? []).flatMap((s) => s.errors ?? []);

let problem = null;
if (exitCode === '124' || exitCode === '137') problem = 'stopped: it ran too long or was killed';
else if (!results) problem = `crashed (exit code ${exitCode})`;
else if (errors.length) problem = 'failed outside a test';
else if (tests.length === 0) problem = 'ran no test';
else if (passed.length + failed.length + skipped.length !== tests.length) problem = 'has tests that neither passed, failed nor were skipped';
else if (exitCode !== '0' && failed.length === 0) problem = `ended with exit code ${exitCode}`;

const seconds = ((results?.summary?.stop - results?.summary?.start) / 1000 || 0).toFixed(1);
console.log(
  `${name.padEnd(24)}${String(passed.length).padStart(6)} passed${String(failed.length).padStart(5)} failed` +
    `${String(skipped.length).padStart(5)} skipped${seconds.padStart(8)} s${problem ? `   ${problem}` : ''}`);

for (const test of failed) console.log(indent(2, test.name) + '\n' + indent(6, text(test.message)) + '\n' + indent(6, where(test)));

const reasons = new Map();
for (const test of skipped) {
  const reason = text(test.extra?.reason ?? test.message) || 'no reason given';
  reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
}
for (const [reason, times] of reasons) console.log(`  skipped ${times}: ${reason}`);

if (problem && problem !== 'ran no test') console.log(indent(6, excerpt(readFileSync(log, 'utf8'))));
writeFileSync(counts, `${passed.length} ${failed.length + (problem ? 1 : 0)} ${skipped.length}\n`);

function parse(json) {
  try {
    return JSON.parse(json).results;
  } catch {
    return null; // cut off by a crash
  }
}

// xunit 3.2 escapes quotes and backslashes of messages twice
function text(message) {
  return (message ?? '').replace(/\\(["\\])/g, '$1').replaceAll('\r', '').trimEnd();
}

// the first line of the trace that is ours
function where(test) {
  const line = text(test.trace).split('\n').find((l) => l.includes(' in ') && l.includes('.cs:'));
  return (line ?? '').trim();
}

// the start of what the program said, without its progress; for a failed clean-up, from there on
function excerpt(output) {
  const lines = output.split('\n').filter((l) => l.trim() && !/^ *(Discover|Starting|Finished)/.test(l));
  const from = errors.length ? Math.max(0, lines.findIndex((l) => l.includes('Cleanup Failure'))) : 0;
  return lines.slice(from, from + 15).map((l) => (l.length > 200 ? l.slice(0, 200) + '…' : l)).join('\n') || '(it said nothing)';
}

function indent(by, lines) {
  return lines.split('\n').map((l) => ' '.repeat(by) + l).join('\n').trimEnd();
}
