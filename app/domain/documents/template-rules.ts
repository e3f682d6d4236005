/** Rules of templates and papers: whoever may edit an organisation's templates also writes its papers. */
import type { Ctx } from '#app/domain/ctx.ts'
import { allOf, authorize, capable, must, type Rule, signedIn } from '#app/domain/rules.ts'

export interface OfOrganisation {
  /** null: the common template of the whole platform */
  organisationId: string | null
  municipalityId?: string | null
}

export interface PaperFacts extends OfOrganisation {
  issuedAt: Date | null
}

const editor = capable<OfOrganisation>('template.edit', ({ organisationId, municipalityId }) => ({
  organisationId,
  municipalityId,
}))

export const templateRules = {
  read: editor,
  upload: editor,
  retire: editor,
} satisfies Record<string, Rule<OfOrganisation>>

const open = must<PaperFacts>('paper-issued', (_, { issuedAt }) => issuedAt === null)

export const paperRules = {
  read: editor,
  draft: editor,
  save: allOf<PaperFacts>(editor, open),
  issue: allOf<PaperFacts>(editor, open),
} satisfies Record<string, Rule<PaperFacts>>

const writes: Rule<unknown> = allOf(
  signedIn,
  must('forbidden', (actor) => actor?.powers.some((power) => power.capability === 'template.edit') ?? false),
)

/** Lists of the desk are for those who write papers somewhere; to others the desk says so. */
export function assertWriter(ctx: Ctx): void {
  authorize(writes, ctx.actor, {})
}
