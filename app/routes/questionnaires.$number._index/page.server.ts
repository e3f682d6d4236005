import { numberOf, Problem } from '#app/domain/problem.ts'
import { fileNames } from '#app/domain/questionnaires/attaching.server.ts'
import { questionnaireByNumber } from '#app/domain/questionnaires/facts.server.ts'
import type { Typed } from '#app/domain/questionnaires/fields.ts'
import { questionnaireRules } from '#app/domain/questionnaires/rules.ts'
import { ownResponse, typedBefore } from '#app/domain/questionnaires/taking.server.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** A questionnaire to be answered, with what was typed so far; or the receipt of the answer that is in. */
export async function answerPage({ ctx, params, t, url }: Args) {
  const state = await questionnaireByNumber(ctx, numberOf(params.number))
  const { row, current, term, organisation, draft, facts, staff } = state
  const mine = ctx.actor ? acting(ctx) : null
  const denial = current ? questionnaireRules.answer(ctx.actor, facts) : 'questionnaire-unpublished'
  const again = facts.answered && denial === null && url.searchParams.has('again')
  const open = denial === null && (!facts.answered || again)
  const before = open && mine ? await typedBefore(mine, state) : { typed: {} as Typed, savedAt: null }
  const sent = facts.answered && mine ? await ownResponse(mine, state) : null
  const form = (current ?? state.composing)?.form
  if (!form) throw new Problem('not-found')
  return {
    title: form.title,
    ...{ form, organisation: organisation.shortName, draft, term, staff },
    ...{ number: row.number, kind: row.kind, anonymous: row.anonymous, editable: row.editable },
    versionId: current?.id ?? '',
    open,
    typed: before.typed,
    writer: mine ? String(mine.actor.number) : '',
    savedAt: before.savedAt,
    files: Object.fromEntries(await fileNames(ctx, mine ? idsIn(before.typed) : [])),
    signedIn: mine !== null,
    denial: denial && denial !== 'signed-out' ? sentenceOf(t, denial) : null,
    receipt: facts.answered
      ? { sentAt: sent?.sentAt ?? null, sha256: sent?.sha256 ?? null, mayChange: denial === null }
      : null,
    seesResults: questionnaireRules.results(ctx.actor, facts) === null,
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
function idsIn(typed: Typed): string[] {
  return Object.values(typed).filter((words) => uuid.test(words))
}
