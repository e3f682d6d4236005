import { useLoaderData } from '@remix-run/react'
import { templateUse } from '#app/domain/documents/templates.server.ts'
import { Anchor } from '#app/ui/anchor.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import { chosenOrganisation } from './chosen-organisation.server.ts'
import { OrganisationChoice } from './organisation-choice.tsx'
import styles from './templates.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, t, url, services, locale }) => {
  const mine = acting(ctx)
  const { organisations, chosen } = await chosenOrganisation(mine, url)
  const use = await templateUse(mine, chosen.id)
  return {
    title: t.papers.templates.title,
    organisations,
    chosen,
    kinds: services.content.templates.templates.map(({ code, title, summary }) => ({
      ...{ code, title: title[locale], summary: summary[locale] },
      ...(use.get(code) ?? { whose: 'shipped' as const, revision: 0 }),
    })),
  }
})

export default function Templates() {
  const { organisations, chosen, kinds } = useLoaderData<typeof loader>()
  const words = useMessages().papers.templates
  return (
    <Page>
      <PageHead
        eyebrow={chosen.name}
        title={words.title}
        lead={words.lead}
        actions={<LinkButton href="/desk/papers">{words.toPapers}</LinkButton>}
      />
      <Stack gap={4}>
        <OrganisationChoice organisations={organisations} chosen={chosen.id} />
        <ul className={styles.kinds}>
          {kinds.map(({ code, title, summary, whose, revision }) => (
            <li key={code}>
              <div className={styles.name}>
                <h2>
                  <Anchor href={`/desk/templates/${code}?organisation=${chosen.id}`}>{title}</Anchor>
                </h2>
                <Tag tone={whose === 'own' ? 'green' : 'neutral'}>
                  {whose === 'shipped' ? words.whose.shipped : words.whose[whose](revision)}
                </Tag>
              </div>
              <p>{summary}</p>
              <Row>
                <FileLink href={`/desk/templates/${code}/file?organisation=${chosen.id}`} kind="DOCX">
                  {words.download}
                </FileLink>
                <Anchor href={`/desk/papers/new?template=${code}&organisation=${chosen.id}`}>
                  {words.write}
                </Anchor>
              </Row>
            </li>
          ))}
        </ul>
      </Stack>
    </Page>
  )
}
