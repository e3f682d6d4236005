import { defineConfig } from 'vitest/config'
import { LongestFirst } from './support/longest-first.ts'

/** Nothing but a test's own waiting should decide: the machine may have two slow cores. */
const patience = { testTimeout: 60_000, hookTimeout: 120_000 }

/**
 * Files of unit and database tests share a process and its modules, as rooms share the server's: loading the modules
 * anew for each file took half of the time. What a file keeps in a module's memory is therefore seen by the next one.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], isolate: false, ...patience } },
      {
        test: {
          name: 'db',
          include: ['test/db/**/*.test.ts'],
          globalSetup: ['test/support/cluster.ts'],
          pool: 'forks',
          maxWorkers: 2,
          isolate: false,
          ...patience,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/cluster.ts', 'test/support/demo-template.ts'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 600_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
})
