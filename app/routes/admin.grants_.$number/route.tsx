import { useLoaderData } from '@remix-run/react'
import { Grant } from '#app/domain/accounts/forms.ts'
import { grantRole } from '#app/domain/accounts/granting.server.ts'
import { hasFactor } from '#app/domain/accounts/one-time.server.ts'
import { grantsInForce, personByNumber, placeId, placeNames } from '#app/domain/accounts/queries.server.ts'
import { accountRules } from '#app/domain/accounts/rules.ts'
import { found, numberOf, Problem } from '#app/domain/problem.ts'
import { authorize } from '#app/domain/rules.ts'
import { type GrantRow, GrantTable } from '#app/routes/admin/grant-table.tsx'
import { Anchor } from '#app/ui/anchor.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { AccountLinks } from './account-links.tsx'
import { GrantForm } from './grant-form.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, params, services, locale }) => {
  const mine = acting(ctx)
  authorize(accountRules.seeGrants, mine.actor, {})
  const person = found(await personByNumber(mine, numberOf(params.number)))
  const { roles } = services.content.roles
  const titles = new Map<string, string>(roles.map(({ code, title }) => [code, title[locale]]))
  const grants = await grantsInForce(mine, person.id)
  return {
    title: t.admin.grants.title,
    today: mine.actor.today,
    name: `${person.familyName} ${person.givenName} ${person.patronymic}`.trim(),
    number: person.number,
    blocking:
      person.userId !== null && accountRules.blockUser(mine.actor, { personId: person.id }) === null
        ? person.disabledAt === null
          ? 'close'
          : 'open'
        : null,
    factor:
      accountRules.resetFactor(mine.actor, { personId: person.id }) === null &&
      person.userId !== null &&
      (await hasFactor(ctx.db, person.userId)),
    roles: roles
      .filter(({ scopes }) => !scopes.includes('self'))
      .map(({ code, title }) => ({ value: code, label: title[locale] })),
    places: await placeNames(mine),
    grants: grants.map((grant): GrantRow => ({ ...grant, role: titles.get(grant.role) ?? grant.role })),
  }
})

export const action = serveForm(Grant, async ({ ctx, params, value }) => {
  const mine = acting(ctx)
  const person = found(await personByNumber(mine, numberOf(params.number)))
  const { role, scopeKind, scopeCode, from, until, ground } = value
  const scopeId = scopeKind === 'region' ? null : await placeId(mine, scopeKind, scopeCode)
  if (scopeKind !== 'region' && scopeId === null) throw new Problem('scope-unknown', {}, 'scopeCode')
  await grantRole(mine, { personId: person.id, role, scopeKind, scopeId, from, until, ground })
  return done(`/admin/grants/${person.number}`, 'granted')
})

export default function PersonGrants() {
  const { name, number, blocking, factor, today, roles, places, grants } = useLoaderData<typeof loader>()
  const words = useMessages().admin.grants
  return (
    <Stack gap={6}>
      <section>
        <p>
          <Anchor href="/admin/grants">{words.back}</Anchor>
        </p>
        <SectionHead title={`${name}, №\u00a0${number}`}>
          <AccountLinks number={number} step={blocking as 'close' | 'open' | null} factor={factor} />
        </SectionHead>
        {grants.length > 0 ? <GrantTable grants={grants} /> : <EmptyState title={words.none} />}
      </section>
      <section>
        <SectionHead title={words.give} />
        <GrantForm roles={roles} places={places} today={today} />
      </section>
    </Stack>
  )
}
