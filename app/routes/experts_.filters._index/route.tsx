import { Form, useLoaderData } from '@remix-run/react'
import { FilterToKeep } from '#app/domain/experts/forms.ts'
import { ownFilters, saveFilter } from '#app/domain/experts/saved-filters.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Field } from '#app/ui/field.tsx'
import { FieldForm } from '#app/ui/field-form.tsx'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import styles from './filters.module.css'

export const loader = serve(async ({ ctx, t, url }) => {
  const own = await ownFilters(acting(ctx))
  return { title: t.experts.kept.title, own, query: url.search.slice(1, 2000) }
})

export const action = serveForm(FilterToKeep, async ({ ctx, value }) => {
  await saveFilter(acting(ctx), value)
  return done('/experts/filters', 'saved')
})

export { titled as meta } from '#app/ui/titled.ts'

/** The own filters of the registry; come to from a filtered list, the page asks under which name to keep it. */
export default function FiltersPage() {
  const { own, query } = useLoaderData<typeof loader>()
  const { experts } = useMessages()
  const words = experts.kept
  const { input, ...of } = useServerForm<{ name: string; query: string }>({ query })
  const asked = query !== '' || of.errors.length > 0
  return (
    <Page width="text">
      <PageHead crumbs={[{ href: '/experts', label: experts.title }]} title={words.title} lead={words.lead} />
      <Stack gap={4}>
        {asked && (
          <FieldForm of={of} action="/experts/filters?index" submit={words.keep}>
            <input type="hidden" name="query" value={input('query').defaultValue ?? query} />
            <Field {...input('name')} label={words.name} hint={words.nameHint} maxLength={80} required />
          </FieldForm>
        )}
        {own.length === 0 && !asked && (
          <EmptyState title={words.none} action={<LinkButton href="/experts">{words.toRegistry}</LinkButton>}>
            {words.noneText}
          </EmptyState>
        )}
        <ul className={styles.list}>
          {own.map((one) => (
            <li key={one.id}>
              <Anchor href={`/experts?${one.query}`}>{one.name}</Anchor>
              <Form method="post" action="/experts/filters/removal">
                <input type="hidden" name="id" value={one.id} />
                <Button small>
                  {words.remove}
                  <VisuallyHidden>: {one.name}</VisuallyHidden>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      </Stack>
    </Page>
  )
}
