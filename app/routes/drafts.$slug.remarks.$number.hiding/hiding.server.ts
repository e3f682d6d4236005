/** What a moderator sees before hiding words or showing them again: the words themselves, whose they are, what was done. */
import { stepsUpon } from '#app/domain/moderation/history.server.ts'
import type { Veil } from '#app/domain/moderation/texts.ts'
import { found } from '#app/domain/problem.ts'
import { authorOf } from '#app/routes/desk_.moderation._index/case-table.tsx'
import { pick } from '#app/routes/drafts.$slug/views.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { textKinds } from '#app/web/texts.server.ts'
import { content } from '#content/load.ts'

type Hideable = 'remark' | 'reply' | 'objection' | 'position' | 'dissent'

/** Loader of the page, once the caller has asked whether the visitor moderates there. */
export async function hidingView(
  { ctx, t, locale }: Pick<Args, 'ctx' | 't' | 'locale'>,
  { kind, id, veil }: { kind: Hideable; id: string; veil: Veil | null },
) {
  const mine = acting(ctx)
  const text = found((await textKinds[kind]?.shown(mine, [id]))?.[0])
  const words = t.moderation
  const reasons = content().moderation.reasons.map(({ code, title }) => ({
    value: code,
    label: title[locale],
  }))
  const said = (code: string | null) => reasons.find(({ value }) => value === code)?.label ?? ''
  const steps = await stepsUpon(mine, { kind, id })
  return {
    title: (veil === null ? words.hideTitle : words.showTitle)[kind],
    ...{ hidden: veil !== null, lead: veil === null ? words.hideLead : words.showLead },
    text: {
      ...pick(text, ['body', 'replacement', 'grounds', 'sources', 'lang', 'sentAt']),
      author: authorOf(words.desk, text.author),
    },
    steps: steps.map((one) => ({ ...one, reason: said(one.reason) })),
    reasons,
  }
}
