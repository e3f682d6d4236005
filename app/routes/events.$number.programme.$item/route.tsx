import { useLoaderData } from '@remix-run/react'
import { ItemForm } from '#app/domain/events/forms.ts'
import { saveItem } from '#app/domain/events/programme.server.ts'
import { found, idOf, numberOf } from '#app/domain/problem.ts'
import { ItemFields, type ItemValues } from '#app/routes/events.$number.programme._index/item-fields.tsx'
import { programmePage } from '#app/routes/events.$number.programme._index/programme.server.ts'
import { useMessages } from '#app/ui/messages.tsx'
import { useServerForm } from '#app/ui/server-form.ts'
import { StepPage } from '#app/ui/step-page.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async (args) => {
  const { items, number, writer } = await programmePage(args)
  const asked = idOf(args.params.item)
  const { startsAt, endsAt, title, speakers, practice } = found(items.find(({ id }) => id === asked))
  return {
    ...{ title: args.t.events.work.programme.change, number, writer },
    item: { startsAt, endsAt, title, speakers, practice },
  }
})

export const action = serveForm(ItemForm, async ({ ctx, params, value }) => {
  const number = numberOf(params.number)
  await saveItem(acting(ctx), number, value, idOf(params.item))
  return done(`/events/${number}/programme`, 'saved')
})

export default function ItemPage() {
  const { number, item, writer } = useLoaderData<typeof loader>()
  const { programme: words, form } = useMessages().events.work
  const { input, ...of } = useServerForm<ItemValues>(item)
  return (
    <StepPage
      back={{ href: `/events/${number}/programme`, label: words.title }}
      title={words.change}
      lead=""
      of={of}
      submit={form.submit}
      writer={writer}
    >
      <ItemFields input={input} />
    </StepPage>
  )
}
