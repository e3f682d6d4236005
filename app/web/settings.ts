/** What can be said of the settings before anything is built or started. */
import { readConfig } from './config.ts'
import { assertPortFree, tell } from './lifecycle.ts'

/** Ends the process with one line when a setting is wrong or the port is taken. */
export async function checkSettings(): Promise<void> {
  try {
    await assertPortFree(readConfig(process.env))
  } catch (error) {
    tell(error)
    process.exit(1)
  }
}
