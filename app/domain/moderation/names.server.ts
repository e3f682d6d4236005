/** Names as texts: a name that breaks the rules is no longer shown beside words; orders and certificates keep theirs. */
import { eq, inArray } from 'drizzle-orm'
import { type Ctx, viewerOf } from '#app/domain/ctx.ts'
import { found } from '#app/domain/problem.ts'
import { everywhere } from '#db/reach/viewer.ts'
import { people } from '#db/schema/index.ts'
import type { TextKind } from './texts.ts'

export const nameText: TextKind = {
  async lock(ctx, id) {
    const person = found((await ctx.db.select().from(people).where(eq(people.id, id)).for('update'))[0])
    return {
      ...{ id, authorId: id, place: {}, draftId: null },
      // erased by law: there is no name to be hidden or shown any more
      stands: person.mergedIntoId === null && person.erasedAt === null,
      ...{ veil: person.nameHiddenAt === null ? null : 'hidden' },
      ...{ address: `/cabinet/profile`, facts: { number: person.number } },
    }
  },
  async cover(ctx, id, change) {
    const nameHiddenAt = change === null ? null : ctx.now
    await ctx.db.update(people).set({ nameHiddenAt }).where(eq(people.id, id))
  },
  async shown(ctx: Ctx, ids) {
    if (!everywhere(viewerOf(ctx), 'remark.moderate')) return []
    const rows = await ctx.db
      .select()
      .from(people)
      .where(inArray(people.id, [...ids]))
    return rows.map(
      ({ id, number, familyName, givenName, patronymic, nameHiddenAt, erasedAt, createdAt }) => ({
        ...{ id, author: String(number) },
        body: erasedAt ? '–' : [familyName, givenName, patronymic].join(' ').trim(),
        ...{ replacement: null, lang: 'ru', context: null, title: String(number), draft: null },
        ...{ address: `/experts/${number}`, sentAt: createdAt, withdrawn: false },
        veil: nameHiddenAt === null ? null : ('hidden' as const),
      }),
    )
  },
}
