/** Factories of every room, over the owner's connection: `given.person()`, `given.user({ role })` … */
import type { Db } from '#db/client.ts'
import { accountsGiven } from './accounts.ts'
import { conclusionsGiven } from './conclusions.ts'
import { expertsGiven } from './experts.ts'
import { panelsGiven } from './panels.ts'
import { questionnairesGiven } from './questionnaires.ts'
import { reviewsGiven } from './reviews.ts'

export const givenIn = (db: Db) => ({
  ...accountsGiven(db),
  ...reviewsGiven(db),
  ...panelsGiven(db),
  ...conclusionsGiven(db, panelsGiven(db)),
  ...questionnairesGiven(db),
  registry: expertsGiven(db),
})
