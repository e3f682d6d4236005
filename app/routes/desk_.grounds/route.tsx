import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { publishedTitles } from '#app/domain/accounts/publication.ts'
import {
  type Entered,
  enterGrounds,
  groundActs,
  groundFigures,
} from '#app/domain/experts/grounds/entering.server.ts'
import { GroundEntry } from '#app/domain/experts/grounds/forms.ts'
import { Facts } from '#app/ui/facts.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { acting, serve, serveForm } from '#app/web/serve.server.ts'
import { content } from '#content/load.ts'
import { GroundForm } from './ground-form.tsx'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, locale }) => {
  const mine = acting(ctx)
  const { settings } = content()
  return {
    title: t.closedData.grounds.title,
    figures: await groundFigures(mine),
    acts: await groundActs(mine),
    megabytes: settings.uploads.maxMegabytes,
    fields: publishedTitles().map(({ code, title }) => ({ code, title: title[locale] })),
  }
})

export const action = serveForm(GroundEntry, async ({ ctx, value: { file, ...value }, services }) => {
  const scan = file && { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  const entered = await enterGrounds(acting(ctx), services.config.dataDir, value, scan ?? null)
  return data({ entered })
})

export default function GroundsPage() {
  const { title, figures } = useLoaderData<typeof loader>()
  const { grounds: words } = useMessages().closedData
  const format = useFormat()
  const entered = useActionData<{ entered?: Entered }>()?.entered
  return (
    <Page width="form">
      <PageHead title={title} lead={words.lead} />
      <Stack gap={6}>
        {entered && <Notice kind="success" title={words.entered(entered.changed, entered.same)} />}
        <Facts
          facts={[
            { term: words.all, value: format.number(figures.all) },
            { term: words.named, value: format.number(figures.named) },
            { term: words.placed, value: format.number(figures.placed) },
            { term: words.hidden, value: format.number(figures.all - figures.named) },
            { term: words.paper, value: format.number(figures.paper) },
          ]}
        />
        <GroundForm key={entered ? `${entered.changed} ${entered.same}` : 'first'} />
      </Stack>
    </Page>
  )
}
