/** One part of a card as its editor wants it, and how it is saved. */
import type { z } from 'zod'
import { practiceByNumber } from '#app/domain/practices/facts.server.ts'
import type { SectionText } from '#app/domain/practices/forms.ts'
import { practiceRules } from '#app/domain/practices/rules.ts'
import { saveSection, sectionsOf } from '#app/domain/practices/writing.server.ts'
import { found, numberOf } from '#app/domain/problem.ts'
import { agreed } from '#app/domain/reviews/texts/agreeing.ts'
import { markdownOf } from '#app/domain/reviews/texts/sources.ts'
import { authorize } from '#app/domain/rules.ts'
import { typedDoc } from '#app/routes/drafts.$slug/typed.server.ts'
import { type Args, acting } from '#app/web/serve.server.ts'
import { checkWriter } from '#app/web/writer.server.ts'
import { content } from '#content/load.ts'

export async function sectionPage({ ctx, params, t, locale }: Args) {
  const { actor } = acting(ctx)
  const { practice, version, facts } = await practiceByNumber(ctx, numberOf(params.number))
  authorize(practiceRules.edit, ctx.actor, facts)
  const { code, title, hint, least } = found(
    content().practices.sections.find((one) => one.code === params.code),
  )
  const kept = (await sectionsOf(ctx, version.id)).get(code)
  return {
    title: `${title[locale]} · ${version.title}`,
    number: practice.number,
    code,
    name: title[locale],
    lead: `${hint[locale]} ${t.practices.writing.sections.least(least)}`,
    owner: String(actor.number ?? ''),
    // what the tab keeps belongs to this part of this version
    part: {
      id: `${version.id}:${code}`,
      edition: kept?.edition ?? 0,
      source: kept ? JSON.stringify(kept.body) : '',
      markdown: kept ? markdownOf(kept.body) : '',
    },
  }
}
export type SectionView = Awaited<ReturnType<typeof sectionPage>>

/** Saves what was typed; the next edition and what the text lost, null while its writer did not agree to lose that. */
export async function saveTyped({ ctx, params }: Args, value: z.output<typeof SectionText>) {
  const mine = acting(ctx)
  checkWriter(mine, value.writer)
  const number = numberOf(params.number)
  const code = params.code ?? ''
  const { version, facts } = await practiceByNumber(ctx, number)
  authorize(practiceRules.edit, ctx.actor, facts)
  const kept = (await sectionsOf(ctx, version.id)).get(code)
  const { doc, losses } = typedDoc(value, kept?.body)
  if (!agreed(value.agreed, losses)) return { number, edition: null, losses }
  const edition = await saveSection(mine, number, code, { doc, seen: value.edition })
  return { number, edition, losses }
}
