import { signingMeans } from '#app/domain/accounts/signing/codes.server.ts'
import { signingDesk } from '#app/domain/panels/conclusions/desk.server.ts'
import { knownConclusion } from '#app/domain/panels/conclusions/reading.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { type Args, acting } from '#app/web/serve.server.ts'

/** The document to sign and its signatures, for the panel and its staff. */
export async function signingPage({ ctx, params, t }: Args) {
  const mine = acting(ctx)
  const state = await knownConclusion(mine, numberOf(params.number))
  const desk = await signingDesk(mine, state)
  const staff = desk.may.identify
  return {
    ...desk,
    // the page title is the document's; whose identity was checked is for the staff
    name: desk.title,
    title: t.conclusions.signing.title,
    signers: desk.signers.map(({ identity, ...one }) => ({ ...one, identity: staff ? identity : null })),
    means: desk.may.sign ? await signingMeans(mine, desk.objectId) : null,
  }
}
