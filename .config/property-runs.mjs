// How many cases a property is tried with: fast-check's own hundred, or in the long mode KEEL_TEST_RUNS of them (`npm run test:long`).
// A property that states a number of its own keeps it. One whose cases are dear ends after a minute with as many as it came to.
const runs = Number(process.env.KEEL_TEST_RUNS ?? 0);
if (runs > 0) {
  const { configureGlobal } = await import('fast-check');
  configureGlobal({ numRuns: runs, interruptAfterTimeLimit: 60_000 });
}
