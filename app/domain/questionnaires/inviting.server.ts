/** Inviting: the closed list of an «опросный лист». People are named by public number or the address they sign in with. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { countAttempt } from '#app/domain/accounts/limiting.server.ts'
import { type ActingCtx, atomically, type Ctx } from '#app/domain/ctx.ts'
import { record } from '#app/domain/log.server.ts'
import { Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { content } from '#content/load.ts'
import { nameShownOf } from '#db/reach/reviews.ts'
import { participations, people, users } from '#db/schema/index.ts'
import { lockQuestionnaire, type QuestionnaireState } from './facts.server.ts'
import { tellInvited } from './opening.server.ts'
import { questionnaireRules } from './rules.ts'

export interface Invited {
  number: number
  /** null where there is no ground to show it */
  name: string | null
  answered: boolean
}

/**
 * Adds people, one a line; returns how many are new. Problem('person-unknown') names the first that is nobody; then
 * nobody is added. Once it is published those who are new are told.
 */
export async function invitePeople(ctx: ActingCtx, id: string, typed: string): Promise<number> {
  // each list tells of numbers and addresses whether they are anybody's
  await countAttempt(ctx, 'members', ctx.actor.personId, content().settings.rates.requestsPerPerson)
  return atomically(ctx, async (ctx) => {
    const state = await lockQuestionnaire(ctx, id)
    authorize(questionnaireRules.invite, ctx.actor, state.facts)
    const lines = [...new Set(typed.split(/[\s,;]+/).filter((one) => one !== ''))]
    if (lines.length === 0) throw new Problem('required', {}, 'people')
    const most = content().settings.questionnaires.invited
    const before = await invitedTo(ctx, id)
    if (lines.length > most || before.length + lines.length > most)
      throw new Problem('invited-most', { most }, 'people')
    const asked = await peopleNamed(ctx, lines)
    const known = new Set(before)
    const fresh = [...new Set(asked)].filter((personId) => !known.has(personId))
    if (fresh.length === 0) return 0
    await ctx.db
      .insert(participations)
      .values(fresh.map((personId) => ({ questionnaireId: id, personId, invited: true })))
      .onConflictDoUpdate({
        target: [participations.questionnaireId, participations.personId],
        set: { invited: true },
      })
    await record(ctx, 'questionnaire.invited', { kind: 'questionnaire', id }, { count: fresh.length })
    if (state.current)
      await tellInvited(ctx, state, fresh, state.current.form.title, state.draft?.title ?? '')
    return fresh.length
  })
}

/** Takes somebody off the list who has not answered. */
export async function uninvite(ctx: ActingCtx, id: string, number: number): Promise<void> {
  await atomically(ctx, async (ctx) => {
    const { facts, row, current } = await lockQuestionnaire(ctx, id)
    authorize(questionnaireRules.invite, ctx.actor, facts)
    // A shrinking list would give away whose the few answers are.
    if (row.anonymous && current) throw new Problem('anonymous-list-fixed')
    const gone = await ctx.db
      .delete(participations)
      .where(
        and(
          eq(participations.questionnaireId, id),
          eq(participations.answered, false),
          sql`${participations.personId} = (select p.id from people p where p.number = ${number})`,
        ),
      )
      .returning({ personId: participations.personId })
    if (gone.length === 0) throw new Problem('conflict')
    await record(ctx, 'questionnaire.uninvited', { kind: 'questionnaire', id })
  })
}

/** The list with who has answered, for those who compose. By public number. */
export async function invitedList(ctx: Ctx, { row }: QuestionnaireState): Promise<Invited[]> {
  return ctx.db
    .select({
      number: people.number,
      name: sql<string | null>`case when ${nameShownOf(sql`${people.id}`)}
        then ${people.familyName} || ' ' || ${people.givenName} end`,
      answered: participations.answered,
    })
    .from(participations)
    .innerJoin(people, eq(people.id, participations.personId))
    .where(and(eq(participations.questionnaireId, row.id), eq(participations.invited, true)))
    .orderBy(asc(people.number))
}

async function invitedTo(ctx: Ctx, questionnaireId: string): Promise<string[]> {
  const invited = and(eq(participations.questionnaireId, questionnaireId), eq(participations.invited, true))
  const rows = await ctx.db.select({ id: participations.personId }).from(participations).where(invited)
  return rows.map(({ id }) => id)
}

/** Ids of people by public number or address, one a line. Problem('person-unknown-line') at `people` names the first unknown. */
export async function peopleNamed(ctx: Ctx, lines: readonly string[]): Promise<string[]> {
  const numbers = lines.map(numberIn).filter((number) => number !== null)
  const byNumber = numbers.length
    ? await ctx.db
        .select({ id: people.id, number: people.number })
        .from(people)
        .where(inArray(people.number, numbers))
    : []
  const mails = lines.filter((line) => line.includes('@')).map((line) => line.toLowerCase())
  const byMail = mails.length
    ? await ctx.db
        .select({ id: users.personId, email: users.email })
        .from(users)
        .where(and(inArray(users.email, mails), users.byEmail))
    : []
  return lines.map((line) => {
    const number = numberIn(line)
    const person =
      number === null
        ? byMail.find(({ email }) => email === line.toLowerCase())
        : byNumber.find((one) => one.number === number)
    if (!person) throw new Problem('person-unknown-line', { line: line.slice(0, 80) }, 'people')
    return person.id
  })
}

function numberIn(line: string): number | null {
  const match = /^№?(\d{1,9})$/.exec(line)
  return match ? Number(match[1]) : null
}
