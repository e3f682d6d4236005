/**
 * Panels of the demonstration at the stages between: just asked for, asked with answers of every kind, waiting for its
 * act, comparing marks in a round, closed by the quorum.
 */
import { panelStories } from '#content/panel-stories.ts'
import { setByAct } from './composition/acts.server.ts'
import { appointRoles } from './composition/roles.server.ts'
import { criteriaApart, type DemoPanel, type DemoPlan } from './demo-panel.server.ts'
import { unlockedState } from './facts.server.ts'
import { declineInvitation, expireInvitations } from './invitations/inviting.server.ts'
import { postponeInvitation } from './invitations/postponing.server.ts'
import { recordAnswer } from './invitations/recording.server.ts'
import { openRound, usualLastDay } from './rounds/opening.server.ts'
import { closeSheets } from './sheets/closing.server.ts'

export const stagePlans = {
  asked: {
    slug: 'vpr-recheck-guidelines',
    login: 'institute',
    begun: -1,
    answerDays: 3,
    term: 21,
    size: 3,
    reserve: 2,
  },
  answers: {
    slug: 'objectivity-method',
    login: 'institute',
    begun: -8,
    answerDays: 4,
    term: 24,
    size: 5,
    reserve: 5,
  },
  act: {
    slug: 'programmes-contest',
    login: 'organizer',
    begun: -6,
    answerDays: 4,
    term: 20,
    size: 5,
    reserve: 2,
  },
  round: {
    slug: 'information-systems-regulation',
    login: 'operator',
    begun: -10,
    answerDays: 3,
    term: 16,
    size: 5,
    reserve: 2,
  },
  closed: {
    slug: 'registry-procedure',
    login: 'operator',
    begun: -30,
    answerDays: 3,
    term: 21,
    size: 5,
    reserve: 2,
  },
} satisfies Record<string, Omit<DemoPlan, 'title'>>

type Begin = (kind: keyof typeof stagePlans) => Promise<DemoPanel>

/** Tells all five; the newest panel of the list is the one just asked for. */
export async function tellStages(begin: Begin): Promise<void> {
  await tellClosed(await begin('closed'))
  await tellRound(await begin('round'))
  await tellAnswers(await begin('answers'))
  await tellAct(await begin('act'))
  await begin('asked')
}

async function tellClosed(panel: DemoPanel): Promise<void> {
  await panel.chooseWith(['chair'], -29, 12)
  await panel.invite(-29)
  await panel.acceptAll(-28)
  await panel.convene(-27, 'chair')
  await panel.sendSheets(-12, 4)
  await closeSheets(panel.staff(-8), panel.id, panelStories().closing)
}

/** The chair and one expert who can sign in have not answered yet; two others have. */
async function tellRound(panel: DemoPanel): Promise<void> {
  await panel.chooseWith(['chair', 'expert'], -9, 6)
  await panel.invite(-9)
  await panel.acceptAll(-8)
  await panel.convene(-7, 'chair')
  await panel.sendSheets(-4, panel.plan.size, [], true)
  const head = await panel.chair(-3)
  await openRound(head, panel.id, {
    ...{ criteria: criteriaApart(), lastDay: usualLastDay(head), reason: panelStories().round.reason },
  })
  await panel.answerRound(-1, 2, ['chair', 'expert'])
}

/** Accepted here and by telephone, declined, put off, silent until the term, and one who still may answer. */
async function tellAnswers(panel: DemoPanel): Promise<void> {
  const { decline, answered } = panelStories()
  await panel.chooseWith([], -7, 18)
  await panel.invite(-7)
  const [first, second, third, fourth] = await panel.unanswered()
  if (!first || !second || !third || !fourth) return
  await panel.accept(-6, [first])
  await declineInvitation(await panel.expert(second.personId, -6), second.id, { reason: decline })
  await postponeInvitation(await panel.expert(third.personId, -6), third.id, panel.dayAt(30))
  const phoned = {
    answer: 'accepted',
    channel: 'phone',
    answeredOn: panel.dayAt(-5),
    words: answered,
  } as const
  await recordAnswer(panel.staff(-5), fourth.id, { ...phoned, noConflict: 'on' })
  const promoted = (await panel.unanswered()).slice(1)
  await panel.accept(-4, promoted.slice(0, 1))
  await expireInvitations({ ...panel.staff(-1), actor: null })
}

async function tellAct(panel: DemoPanel): Promise<void> {
  await panel.chooseWith(['chair'], -5, 24)
  await setByAct(panel.staff(-5), panel.id, true)
  await panel.invite(-5)
  await panel.acceptAll(-3)
  const { seats } = await unlockedState(panel.staff(-2), panel.id)
  const [chair, deputy] = seats.map(({ id }) => id)
  await appointRoles(panel.staff(-2), panel.id, { chair: chair ?? '', deputy: deputy ?? '', secretary: null })
}
