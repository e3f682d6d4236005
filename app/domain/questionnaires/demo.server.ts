/** The questionnaires of the demonstration: one to the Concept with answers, one anonymous closed survey. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { content } from '#content/load.ts'
import { type DemoForm, demoQuestionnaires } from '#content/questionnaire-stories.ts'
import type { Db } from '#db/client.ts'
import { discussions, drafts, instance, people, questionnaires, stages, users } from '#db/schema/index.ts'
import { createQuestionnaire, saveQuestion } from './composing.server.ts'
import { questionnaireByNumber } from './facts.server.ts'
import type { Typed } from './fields.ts'
import { invitePeople } from './inviting.server.ts'
import { publishQuestionnaire, setConduct } from './opening.server.ts'
import { sendAnswers } from './taking.server.ts'

const DAY_MS = 86_400_000

/** Tells the stories once, after the drafts'. Without demo data, or when they are told, does nothing. */
export async function seedQuestionnaires(db: Db): Promise<void> {
  const [mark] = await db.select().from(instance).where(eq(instance.key, 'demo'))
  const day = (mark?.value as { day?: string } | undefined)?.day
  const [told] = await db
    .select({ id: questionnaires.id })
    .from(questionnaires)
    .where(sql`${questionnaires.authorId} is not null`)
    .limit(1)
  if (!day || told) return
  await db.transaction(async (tx) => {
    for (const story of demoQuestionnaires().questionnaires) await tell(tx as unknown as Db, day, story)
  })
}

async function tell(db: Db, day: string, story: DemoForm): Promise<void> {
  const [draft] = await db.select().from(drafts).where(eq(drafts.slug, story.draft))
  if (!draft) return
  const zone = content().instance.timezone
  const at = (offset: number): Date => new Date(Date.parse(`${day}T07:00:00Z`) + offset * DAY_MS)
  const dayAt = (offset: number) => at(offset).toISOString().slice(0, 10)
  const [author, ...cast] = await castOf(db, story.answers + 1, dayAt(0))
  if (!author) return
  const staff: Actor = {
    ...author,
    powers: [{ capability: 'questionnaire.edit', scopeKind: 'organisation', scopeId: draft.developerId }],
  }
  const ctx: ActingCtx = { db, actor: staff, now: at(story.first), zone }
  const number = await createQuestionnaire(ctx, {
    ...{ kind: story.kind, title: story.title, intro: story.intro, organisationId: draft.developerId },
    draftSlug: draft.slug,
  })
  const { row } = await questionnaireByNumber(ctx, number)
  for (const question of story.questions) {
    const { composing } = await questionnaireByNumber(ctx, number)
    await saveQuestion(ctx, row.id, {
      code: null,
      type: question.type,
      edit: editOf(question),
      seen: composing?.sha256 ?? '',
    })
  }
  const invited = story.kind === 'survey'
  const [stage] = await db
    .select({ id: stages.id })
    .from(stages)
    .innerJoin(discussions, eq(discussions.id, stages.discussionId))
    .where(
      and(
        eq(discussions.draftId, draft.id),
        sql`${stages.firstDay} <= ${day} and ${stages.lastDay} >= ${day}`,
      ),
    )
  await setConduct(ctx, row.id, {
    ...{ stageId: invited ? null : (stage?.id ?? null), audience: invited ? 'invited' : 'everyone' },
    ...{ firstDay: dayAt(story.first), lastDay: dayAt(story.last) },
    ...{ anonymous: invited, editable: !invited, results: invited ? 'closing' : 'always' },
  })
  const named = await loginsOf(db, story.invited)
  if (invited) await invitePeople(ctx, row.id, [...cast.map((one) => one.number), ...named].join('\n'))
  const { composing } = await questionnaireByNumber(ctx, number)
  await publishQuestionnaire(ctx, row.id, composing?.sha256 ?? '')
  const { current } = await questionnaireByNumber(ctx, number)
  for (const [turn, actor] of cast.entries()) {
    const when = at(Math.min(-1, story.first + 1 + (turn % 4)))
    await sendAnswers({ db, actor, now: when, zone }, row.id, {
      versionId: current?.id ?? '',
      typed: typedAt(story, turn),
    })
  }
}

/** The answers of the person at this turn: one of each question's answers, with a stride of its own. */
function typedAt(story: DemoForm, turn: number): Typed {
  return Object.assign(
    {},
    ...story.questions.map(({ said }, at) =>
      said.length === 0 ? {} : said[(turn * (at + 2) + (turn >> 2)) % said.length],
    ),
  ) as Typed
}

function editOf(question: DemoForm['questions'][number]) {
  const { title, hint, required, options, other, scale, rows, columns, least, highest, unit, line, when } =
    question
  const lines = (items: readonly string[]) => items.join('\n')
  return {
    ...{ title, hint, required, other, least, highest, unit, line, when },
    ...{ options: lines(options), scale: lines(scale), rows: lines(rows), columns: lines(columns) },
    ...{ most: '', decimals: '', characters: '', types: [], megabytes: '' },
  }
}

async function loginsOf(db: Db, logins: readonly string[]): Promise<number[]> {
  const rows = await db
    .select({ number: people.number, email: users.email })
    .from(users)
    .innerJoin(people, eq(people.id, users.personId))
    .where(eq(people.source, 'demo'))
  return rows.filter(({ email }) => logins.includes(email.split('@')[0] ?? '')).map(({ number }) => number)
}

async function castOf(db: Db, size: number, today: string): Promise<Actor[]> {
  const rows = await db
    .select({
      personId: people.id,
      number: people.number,
      familyName: people.familyName,
      givenName: people.givenName,
      patronymic: people.patronymic,
    })
    .from(people)
    .where(sql`${people.source} = 'demo' and ${people.number} % 61 = 3
      and not exists (select 1 from users u where u.person_id = ${people.id})`)
    .orderBy(asc(people.number))
    .limit(size)
  return rows.map((row) => ({ ...row, userId: '', emailConfirmed: true, powers: [], today }))
}
