/** Which work the worker knows: tasks of jobs, chores of the queue, and what runs by the clock. Rooms add a line. */
import { forgetAttempts } from '#app/domain/accounts/limiting.server.ts'
import { forgetTokens } from '#app/domain/accounts/tokens.server.ts'
import { forgetNominees } from '#app/domain/assessment/nominees/forgetting.server.ts'
import { runPeopleImport } from '#app/domain/experts/people-importing.server.ts'
import { sweepErased } from '#app/domain/files/sweeping.server.ts'
import type { Work, WorkServices } from '#app/domain/files/working.server.ts'
import { writeDigests } from '#app/domain/notifications/digesting.server.ts'
import { writeForNotice } from '#app/domain/notifications/mailing.server.ts'
import { forgetMails, sendMail } from '#app/domain/notifications/sending.server.ts'
import { forgetLists } from '#app/domain/organisations/forgetting.server.ts'
import { releaseLate, tellLost } from '#app/domain/panels/composition/leaving.server.ts'
import { remindOfTexts } from '#app/domain/panels/conclusions/agreeing.server.ts'
import { watchConflicts } from '#app/domain/panels/conflicts/watching.server.ts'
import { runBatch } from '#app/domain/panels/contests/batching.server.ts'
import { resumeRuns } from '#app/domain/panels/contests/runs/asking.server.ts'
import { runContest } from '#app/domain/panels/contests/runs/carrying.server.ts'
import { forgetRunFiles } from '#app/domain/panels/contests/runs/forgetting.server.ts'
import { expireInvitations } from '#app/domain/panels/invitations/inviting.server.ts'
import { remindInvited } from '#app/domain/panels/invitations/reminding.server.ts'
import { remindWriters } from '#app/domain/panels/sheets/reminding.server.ts'
import { publishPlanned } from '#app/domain/practices/deciding.server.ts'
import { checkRecord } from '#app/domain/reviews/audit/checking-record.server.ts'
import { tellTerms } from '#app/domain/reviews/course/reminding.server.ts'
import { reviewGlimpses } from '#app/domain/reviews/news/glimpsing.server.ts'

export const work: Work = {
  tasks: { 'contest-batch': runBatch, 'contest-run': runContest, 'import-people': runPeopleImport },
  chores: {
    mail: (services, id) => sendMail(services, id, reviewGlimpses),
    notice: (services, id) => writeForNotice(services, services.owner.db, id, reviewGlimpses),
    digests,
    tidy,
    'check-record': check,
    'expire-invitations': endTerms,
    'publish-planned': publish,
    'panels-conflicts': watch,
    'remind-of-texts': remindTexts,
    'tell-terms': remind,
    'resume-runs': resume,
  },
  // tidy at night in the zones we serve, away from the full hour; terms end at midnight of the instance's zone
  crontab:
    '17 21 * * * tidy\n47 21 * * * check-record\n7 22 * * * panels-conflicts\n4,34 * * * * expire-invitations\n2,32 * * * * publish-planned\n14 * * * * remind-of-texts\n*/10 * * * * tell-terms\n*/10 * * * * digests\n* * * * * resume-runs',
}

/** Removes what is kept only for a time: ended limits, secrets, letters, lists nobody wrote, nominees who never consented, erased files. Sessions end by their own date. */
async function tidy(services: WorkServices) {
  const ctx = { db: services.owner.db, now: new Date() }
  await forgetAttempts(ctx)
  await forgetTokens(ctx)
  await forgetMails(ctx.db, ctx.now)
  await forgetRunFiles(ctx)
  await forgetLists({ ...ctx, actor: null, zone: services.zone })
  await forgetNominees({ ...ctx, actor: null, zone: services.zone })
  await sweepErased(ctx.db, services.config.dataDir, ctx.now)
}

/** Recomputes the log and what follows from it; people are told by the check itself. */
async function check({ owner, zone, log }: WorkServices) {
  const { brokenAt, differences } = await checkRecord({ db: owner.db, actor: null, now: new Date(), zone })
  if (brokenAt !== null || differences.length > 0)
    log.error(
      { brokenAt, n: differences.length, first: differences.slice(0, 20) },
      'the record differs from the log',
    )
}

/** Ends invitations whose last day is over and moves the reserve up, reminds, tells of members who lost the status; lateness itself never waits for this. */
async function endTerms({ owner, zone }: WorkServices) {
  const ctx = { db: owner.db, actor: null, now: new Date(), zone }
  await expireInvitations(ctx)
  await releaseLate(ctx)
  await remindInvited(ctx)
  await remindWriters(ctx)
  await tellLost(ctx)
}

/** Looks for conflicts of interest of everybody who sits on a live panel. */
async function watch({ owner, zone }: WorkServices) {
  await watchConflicts({ db: owner.db, actor: null, now: new Date(), zone })
}

/** Reminds members whose answer to the text of a conclusion is awaited. */
async function remindTexts({ owner, zone }: WorkServices) {
  await remindOfTexts({ db: owner.db, actor: null, now: new Date(), zone })
}

/** Makes public what was planned for today. */
async function publish({ owner, zone }: WorkServices) {
  await publishPlanned({ db: owner.db, actor: null, now: new Date(), zone })
}

/** Tells what the days have brought; terms themselves never wait for this. */
async function remind({ owner, zone }: WorkServices) {
  await tellTerms({ db: owner.db, actor: null, now: new Date(), zone })
}

/** Goes on with what was broken off when its server was killed. */
async function resume({ owner, zone }: WorkServices) {
  await resumeRuns({ db: owner.db, actor: null, now: new Date(), zone })
}

/** Letters that gather what waits; each person's comes once a period, however often this runs. */
async function digests(services: WorkServices) {
  await writeDigests(services, services.owner.db, reviewGlimpses, new Date())
}
