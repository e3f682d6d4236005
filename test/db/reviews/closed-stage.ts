/** An organisation whose head convened its people about an open draft: the set-up of tests about closed stages. */
import { eq } from 'drizzle-orm'
import type { Actor } from '#app/domain/ctx.ts'
import { convene } from '#app/domain/reviews/inner/convening.server.ts'
import type { Db } from '#db/client.ts'
import { drafts, people, versions } from '#db/schema/index.ts'
import type { Acts, Given } from '#test/support/database.ts'

/** What the tests look for: words of the closed stage. */
export const SECRET = 'тайнослово'

/** The public number of a person, as it is typed into a list. */
export async function numberOf(db: Db, { personId }: Actor): Promise<string> {
  const [row] = await db.select({ number: people.number }).from(people).where(eq(people.id, personId))
  return String(row?.number)
}

/** Two members, and one closed remark of the first of them. */
export async function closedStage(
  { given, acts, db }: { given: Given; acts: Acts; db: Db },
  about: { id: string },
) {
  const head = await given.developer('school')
  const school = head.powers.find(({ scopeKind }) => scopeKind === 'organisation')?.scopeId ?? ''
  const [member, other] = [await given.user(), await given.user()]
  const { slug } = await convene(acts(head), about.id, {
    ...{ organisationId: school, circle: 'Педагогический совет', lastDay: '2026-03-12' },
    people: `${await numberOf(db, member)}\n${await numberOf(db, other)}`,
  })
  const [copy] = await db.select().from(drafts).where(eq(drafts.slug, slug))
  const [version] = await db
    .select()
    .from(versions)
    .where(eq(versions.draftId, copy?.id ?? ''))
  const inner = { id: copy?.id ?? '', slug, versionId: version?.id ?? '', institute: head }
  const said = await given.remark(inner, { by: member, body: `Замечание ${SECRET}` })
  return { head, school, member, other, inner, said }
}
