import { chooseDistribution, consentsOf } from '#app/domain/accounts/consenting.server.ts'
import { openedBy, Publication, publishedTitles } from '#app/domain/accounts/publication.ts'
import { ownStatuses } from '#app/domain/experts/card.server.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { OwnConsents } from './own-consents.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, locale, services }) => {
  const fields = publishedTitles().map(({ code, title }) => ({ code, title: title[locale] }))
  const consents = await consentsOf(acting(ctx))
  const standing = consents.filter((one) => one.kind === 'distribution' && !one.withdrawnAt)
  return {
    title: t.accounts.ownConsents.title,
    bandOpen: services.content.settings.panels.bandOpen,
    expert: (await ownStatuses(acting(ctx))).length > 0,
    fields,
    opened: openedBy(standing) as string[],
    consents: consents.map((one) => ({
      ...{ id: one.id, kind: one.kind, version: one.version, givenAt: one.givenAt },
      ...{ withdrawnAt: one.withdrawnAt, signedOn: one.signedOn },
      // a consent to everything says so by its kind
      fields: fields.flatMap(({ code, title }) => (one.fields?.includes(code) ? [title] : [])),
    })),
  }
})

/** Chooses what everybody sees: the rest is withdrawn. */
export const action = serveForm(Publication, async ({ ctx, value }) => {
  await chooseDistribution(acting(ctx), value.fields)
  return done('/cabinet/consents', 'saved')
})

export default OwnConsents
