/** Which work the worker knows: tasks of jobs, chores of the queue, and what runs by the clock. Rooms add a line. */
import { forgetAttempts } from '#app/domain/accounts/limiting.server.ts'
import { forgetTokens } from '#app/domain/accounts/tokens.server.ts'
import type { Work, WorkServices } from '#app/domain/files/working.server.ts'
import { writeForNotice } from '#app/domain/notifications/mailing.server.ts'
import { forgetMails, sendMail } from '#app/domain/notifications/sending.server.ts'

export const work: Work = {
  tasks: {},
  chores: {
    mail: sendMail,
    notice: (services, id) => writeForNotice(services, services.owner.db, id),
    tidy,
  },
  // at night in the zones we serve, away from the full hour
  crontab: '17 21 * * * tidy',
}

/** Removes what is kept only for a time: ended limits, secrets, letters. Sessions end by their own date. */
async function tidy(services: WorkServices) {
  const ctx = { db: services.owner.db, now: new Date() }
  await forgetAttempts(ctx)
  await forgetTokens(ctx)
  await forgetMails(ctx.db, ctx.now)
}
