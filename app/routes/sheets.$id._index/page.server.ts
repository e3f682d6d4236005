import { standingOf } from '#app/domain/panels/objects/standing.server.ts'
import { placesOf } from '#app/domain/panels/places.server.ts'
import { passagesOf, sheetOf } from '#app/domain/panels/sheets/filling.server.ts'
import { typedOf } from '#app/domain/panels/sheets/sheet-form.ts'
import { idOf } from '#app/domain/problem.ts'
import { missingIn } from '#app/domain/questionnaires/forms.ts'
import { sentenceOf } from '#app/web/problems.server.ts'
import type { Args } from '#app/web/serve.server.ts'
import { acting } from '#app/web/serve.server.ts'

/** A sheet: to be filled by its expert, or to be read when all are in. */
export async function sheetPage({ ctx, params, t }: Args) {
  const mine = acting(ctx)
  const { sheet, personId, state, form, answers, denial } = await sheetOf(mine, idOf(params.id))
  const [who] = await placesOf(mine, [personId])
  const editable = denial === null
  const own = personId === mine.actor.personId
  return {
    title: form.title,
    id: sheet.id,
    form,
    editable,
    /** why the own unsent sheet is not filled any more */
    closed: own && denial !== null && sheet.sentAt === null ? sentenceOf(t, denial) : null,
    own,
    who: who?.name ?? String(who?.number ?? ''),
    sentAt: sheet.sentAt,
    sha256: sheet.sha256,
    left: missingIn(form, answers).length,
    panel: { number: state.panel.number, lastDay: state.panel.lastDay },
    object: {
      kind: state.object.kind,
      title: state.object.name,
      ...(await standingOf(mine, state)),
    },
    passages: editable ? await passagesOf(mine, state.panel.versionId) : [],
    values: typedOf(form, answers),
    edition: sheet.edition,
    writer: mine.actor.number,
  }
}
