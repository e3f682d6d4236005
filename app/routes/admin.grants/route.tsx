import { Form, useLoaderData } from '@remix-run/react'
import { findPeople, grantsInForce } from '#app/domain/accounts/queries.server.ts'
import { GrantTable } from '#app/routes/admin/grant-table.tsx'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Stack } from '#app/ui/page.tsx'
import { SectionHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { FoundPeople } from './found-people.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url, services, locale }) => {
  const mine = acting(ctx)
  const query = (url.searchParams.get('q') ?? '').slice(0, 100)
  const titles = new Map<string, string>(
    services.content.roles.roles.map(({ code, title }) => [code, title[locale]]),
  )
  const grants = await grantsInForce(mine)
  return {
    title: t.admin.grants.title,
    query,
    found: await findPeople(mine, query),
    grants: grants.map((grant) => ({ ...grant, role: titles.get(grant.role) ?? grant.role })),
  }
})

export default function Grants() {
  const { query, found, grants } = useLoaderData<typeof loader>()
  const words = useMessages().admin.grants
  return (
    <Stack gap={6}>
      <section>
        <Form method="get" role="search">
          <Stack gap={2}>
            <Field
              label={words.find}
              hint={words.findHint}
              name="q"
              type="search"
              defaultValue={query}
              required
              minLength={2}
            />
            <div>
              <Button look="main">{words.search}</Button>
            </div>
          </Stack>
        </Form>
        {query !== '' &&
          (found.length > 0 ? (
            <FoundPeople people={found} />
          ) : (
            <EmptyState title={words.nobody}>{words.nobodyText}</EmptyState>
          ))}
      </section>
      <section>
        <SectionHead title={words.current} />
        {grants.length > 0 ? <GrantTable grants={grants} people /> : <EmptyState title={words.none} />}
      </section>
    </Stack>
  )
}
