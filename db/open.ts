/** The owner's address of this instance's database, whichever way it is run. */
import { start } from '#content/messages/ru/start.ts'
import { joinEmbedded, startEmbedded } from './embedded.ts'
import { checkForeign } from './foreign.ts'

export type Place = {
  /** Undefined = the embedded database in `dataDir`. */
  databaseUrl: string | undefined
  dataDir: string
  log: (line: string) => void
}

export type Opened = { ownerUrl: string; stop: () => Promise<void> }

/** Starts the embedded database, or checks the operator's. A second process on one embedded database is refused. */
export function openDatabase({ databaseUrl, dataDir, log }: Place): Promise<Opened> {
  return databaseUrl ? openForeign(databaseUrl, log) : startEmbedded({ dataDir, log })
}

/** The same for a command, which may work beside a running instance. */
export function joinDatabase({ databaseUrl, dataDir, log }: Place): Promise<Opened> {
  return databaseUrl ? openForeign(databaseUrl, log) : joinEmbedded({ dataDir, log })
}

async function openForeign(ownerUrl: string, log: (line: string) => void): Promise<Opened> {
  log(start.step.foreign)
  await checkForeign(ownerUrl)
  return { ownerUrl, stop: async () => {} }
}
