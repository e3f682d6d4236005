/** Work behind the pages, in the same process by default: the sealer of the log, the mail reader, jobs. */
import { startWork } from '#app/domain/files/working.server.ts'
import { channel, pendingOf, sealLog } from '#app/domain/log.server.ts'
import { checkLetters } from '#app/domain/notifications/letters.server.ts'
import { writeForEntry } from '#app/domain/notifications/mailing.server.ts'
import { readLog } from '#app/domain/notifications/reading.server.ts'
import { writeSigningCode } from '#app/domain/notifications/signing-letter.server.ts'
import { tellFollowers } from '#app/domain/reviews/news/following.server.ts'
import type { Metrics } from './metrics.server.ts'
import type { Services } from './services.ts'
import { work } from './work.server.ts'

/** Rounds come at every NOTIFY of the log, and this often in case one was lost. */
const EVERY_MS = 1000

/** Starts it; resolves with how to stop it. A failed round is logged and tried again. */
export async function startBackground(services: Services, metrics: Metrics): Promise<() => Promise<void>> {
  checkLetters()
  let [stopped, asked] = [false, false]
  let round: Promise<void> = Promise.resolve()
  const ask = () => {
    if (stopped || asked) return
    asked = true
    round = round.then(() => {
      asked = false
      return stopped ? undefined : runRound(services, metrics)
    })
  }
  const timer = setInterval(ask, EVERY_MS)
  const listening = await services.owner.sql.listen(channel, ask)
  const stopWork = await startWork(services, work)
  return async () => {
    stopped = true
    clearInterval(timer)
    // a database that is gone already hears no more either; the jobs under way are waited for all the same
    await listening.unlisten().catch((error: unknown) => services.log.error({ err: error }, 'not unlistened'))
    await round
    await stopWork()
  }
}

async function runRound(services: Services, metrics: Metrics) {
  const { db } = services.owner
  try {
    while ((await sealLog(db)) > 0);
    const told = () =>
      readLog(
        db,
        'mail',
        async (tx, entry) => {
          await writeForEntry(services, tx, entry)
          await writeSigningCode(services, tx, entry)
        },
        (error, entry) =>
          services.log.error({ err: error, entry: entry.id, kind: entry.kind }, 'letter not written'),
      )
    while ((await told()) > 0);
    const followed = () =>
      readLog(
        db,
        'follow',
        (tx, entry) => tellFollowers(tx, entry, services.zone),
        (error, entry) =>
          services.log.error({ err: error, entry: entry.id, kind: entry.kind }, 'followers not told'),
      )
    while ((await followed()) > 0);
    metrics.logLag.set(await pendingOf(db))
  } catch (error) {
    services.log.error({ err: error }, 'background round')
  }
}
