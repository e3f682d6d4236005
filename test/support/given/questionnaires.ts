/** Factories of questionnaires: composed, opened and answered by the room's own commands. */
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { createQuestionnaire, saveQuestion } from '#app/domain/questionnaires/composing.server.ts'
import type { QuestionEdit, QuestionType } from '#app/domain/questionnaires/composing.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import { invitePeople } from '#app/domain/questionnaires/inviting.server.ts'
import { type Conduct, publishQuestionnaire, setConduct } from '#app/domain/questionnaires/opening.server.ts'
import { sendAnswers } from '#app/domain/questionnaires/taking.server.ts'
import type { Db } from '#db/client.ts'
import { accountsGiven } from './accounts.ts'

const MOMENT = '2026-03-02T09:00:00Z'

export const edit = (change: Partial<QuestionEdit> = {}): QuestionEdit => ({
  ...{ title: 'Понятен ли текст?', hint: '', required: true, options: 'да\nнет', other: false, most: '' },
  ...{ scale: '', rows: '', columns: '', least: '', highest: '', decimals: '', unit: '', line: false },
  ...{ characters: '', types: [], megabytes: '', when: [] },
  ...change,
})

export const openConduct: Conduct = {
  ...{ stageId: null, firstDay: '2026-03-01', lastDay: '2026-03-10', audience: 'everyone' },
  ...{ anonymous: false, editable: false, results: 'always' },
}

export const questionnairesGiven = (db: Db) => {
  const accounts = accountsGiven(db)
  const ctxFor = (actor: Actor, now: string = MOMENT): ActingCtx => ({
    ...{ db, actor, now: new Date(now), zone: 'Asia/Yekaterinburg' },
  })

  /** A questionnaire being composed, with these questions. */
  const composed = async (
    questions: [QuestionType, Partial<QuestionEdit>][] = [['one', {}]],
    of: { by?: Actor; draftSlug?: string; kind?: 'discussion' | 'survey' } = {},
  ) => {
    const organisation = await accounts.organisation()
    const by =
      of.by ??
      (await accounts.user({ role: 'institute', scopeKind: 'organisation', scopeId: organisation.id }))
    const scopeId = by.powers.find((power) => power.scopeKind === 'organisation')?.scopeId ?? organisation.id
    const ctx = ctxFor(by)
    const number = await createQuestionnaire(ctx, {
      ...{ kind: of.kind ?? 'discussion', title: 'О порядке', intro: 'Займёт минуту.' },
      ...{ organisationId: scopeId, ...(of.draftSlug ? { draftSlug: of.draftSlug } : {}) },
    })
    const { row } = await questionnaireByNumber(ctx, number)
    for (const [type, change] of questions) {
      const { composing, current } = await questionnaireByNumber(ctx, number)
      const seen = (composing ?? current)?.sha256 ?? ''
      await saveQuestion(ctx, row.id, { code: null, type, edit: edit(change), seen })
    }
    return { id: row.id, number, by }
  }

  /** The same, published; people for a closed list are invited first. */
  const opened = async (
    questions?: [QuestionType, Partial<QuestionEdit>][],
    {
      people = [],
      conduct = {},
      ...of
    }: Parameters<typeof composed>[1] & {
      people?: Actor[]
      conduct?: Partial<Conduct>
    } = {},
  ) => {
    const made = await composed(questions, of)
    const ctx = ctxFor(made.by)
    await setConduct(ctx, made.id, { ...openConduct, ...conduct })
    if (people.length > 0) await invitePeople(ctx, made.id, people.map(({ number }) => number).join('\n'))
    const { composing } = await questionnaireByNumber(ctx, made.number)
    await publishQuestionnaire(ctx, made.id, composing?.sha256 ?? '')
    return made
  }

  /** Somebody's answers, sent to the form that is open now. */
  const answered = async (
    of: { id: string; number: number },
    typed: Record<string, string>,
    by?: Actor,
    now?: string,
  ) => {
    const actor = by ?? (await accounts.user())
    const ctx = ctxFor(actor, now)
    const { current } = await questionnaireByNumber(ctx, of.number)
    await sendAnswers(ctx, of.id, { versionId: current?.id ?? '', typed })
    return actor
  }

  return { composed, opened, answered }
}
