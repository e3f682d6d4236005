/** Work behind the pages, in the same process by default: the sealer of the log, mail, jobs. */
import { pendingOf, sealLog } from '#app/domain/log.server.ts'
import type { Metrics } from './metrics.server.ts'
import type { Services } from './services.ts'

const EVERY_MS = 1000

/** Starts it; resolves with how to stop it. A failed round is logged and tried again. */
export async function startBackground(services: Services, metrics: Metrics): Promise<() => Promise<void>> {
  let stopped = false
  let round: Promise<void> = Promise.resolve()
  const work = async () => {
    try {
      while ((await sealLog(services.owner.db)) > 0);
      metrics.logLag.set(await pendingOf(services.owner.db))
    } catch (error) {
      services.log.error({ err: error }, 'background round')
    }
  }
  const timer = setInterval(() => {
    round = round.then(() => (stopped ? undefined : work()))
  }, EVERY_MS)
  return async () => {
    stopped = true
    clearInterval(timer)
    await round
  }
}
