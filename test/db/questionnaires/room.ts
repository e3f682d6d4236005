/** The fixture of the room's database tests: factories, and a Ctx of somebody signed in. */
import type { ActingCtx, Actor } from '#app/domain/ctx.ts'
import { test as base } from '#test/support/database.ts'
import { accountsGiven } from '#test/support/given/accounts.ts'
import { questionnairesGiven } from '#test/support/given/questionnaires.ts'
import { reviewsGiven } from '#test/support/given/reviews.ts'

export type Given = ReturnType<typeof questionnairesGiven> &
  ReturnType<typeof accountsGiven> &
  ReturnType<typeof reviewsGiven>

export type Acts = (actor: Actor, now?: string) => ActingCtx

export const test = base.extend<{ given: Given; acts: Acts }>({
  given: ({ db }, use) => use({ ...accountsGiven(db), ...reviewsGiven(db), ...questionnairesGiven(db) }),
  acts: ({ as }, use) => use((actor, now) => as(actor, now ? { now } : {}) as ActingCtx),
})
