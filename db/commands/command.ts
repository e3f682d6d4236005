/** What every command of this folder shares: the instance it works on, and how it tells a failure. */
import { resolve } from 'node:path'
import { StartFailure } from '#db/failure.ts'
import type { Place } from '#db/open.ts'

/** The instance that the environment names, as for the server itself. */
export function placeOfInstance(): Place {
  const { DATABASE_URL, DATA_DIR } = process.env
  return {
    databaseUrl: DATABASE_URL?.trim() || undefined,
    dataDir: resolve(DATA_DIR?.trim() || 'var'),
    log: console.log,
  }
}

/** Runs the command; a known failure is one line, anything else a stack, both with exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(error instanceof StartFailure ? error.message : error)
    process.exitCode = 1
  }
}
