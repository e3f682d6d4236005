/** Panels of the demonstration whose conclusions are with the members, being signed, replaced by a new one, revoked. */
import { selectBest } from '#app/domain/panels/choosing.server.ts'
import { appointSecretary } from '#app/domain/panels/composition/roles.server.ts'
import { DemoPanel, type DemoPlan } from '#app/domain/panels/demo-panel.server.ts'
import type { DemoCast } from '#app/domain/reviews/demo/demo-people.server.ts'
import { panelStories } from '#content/panel-stories.ts'
import type { Db } from '#db/client.ts'
import { concludeDemo } from './demo.server.ts'
import type { Press } from './opening.server.ts'
import { revokeConclusion } from './revoking.server.ts'

interface Stage {
  db: Db
  day: string
  cast: DemoCast
  directionId: string
}
type Kind = 'agreement' | 'signing' | 'revised' | 'revoked'

const registry = { slug: 'registry-procedure', login: 'operator' }
const institute = { login: 'institute', answerDays: 3, term: 20, size: 3, reserve: 1 }
const small = { ...registry, answerDays: 3, term: 20, size: 3, reserve: 1 }
const plans: Record<Kind, Omit<DemoPlan, 'title'>> = {
  agreement: { slug: 'objectivity-method', begun: -18, ...institute },
  signing: { slug: 'concept', begun: -22, ...institute },
  revised: { begun: -75, ...small },
  revoked: { begun: -90, ...small },
}

/** Each as far as it is told, through the room's own commands. */
export async function tellConcluded(stage: Stage, press: Press): Promise<void> {
  for (const kind of ['revoked', 'revised', 'signing', 'agreement'] as const) await tell(stage, kind, press)
}

async function tell({ db, day, cast, directionId }: Stage, kind: Kind, press: Press): Promise<void> {
  const plan = { ...plans[kind], title: panelStories().concluded[kind] }
  const panel = new DemoPanel(db, day, cast, plan, directionId)
  await panel.request()
  const { begun } = plan
  // who may sign in as the chair and as an expert sits where something waits for them
  const known = kind === 'agreement' || kind === 'signing'
  if (known) await panel.chooseWith(['chair', 'expert'], begun + 1)
  else await selectBest(panel.staff(begun + 1), panel.id)
  if (known) await appointSecretary(panel.staff(begun + 1), panel.id, cast.actor('secretary', day).personId)
  await panel.invite(begun + 1)
  await panel.acceptAll(begun + 2)
  await panel.convene(begun + 3, known ? 'chair' : null)
  await panel.sendSheets(begun + 6, plan.size)
  const until = kind === 'revoked' ? 'issued' : kind
  await concludeDemo(panel, press, { from: kind === 'agreement' ? -1 : begun + 8, until })
  if (kind === 'revoked')
    await revokeConclusion(await panel.chair(begun + 20), panel.id, panelStories().revoking)
}
