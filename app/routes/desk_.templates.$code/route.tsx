import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { fieldsOf, kindOf } from '#app/domain/documents/catalogue.ts'
import { listTemplates, uploadTemplate } from '#app/domain/documents/templates.server.ts'
import { idOf } from '#app/domain/problem.ts'
import { capable } from '#app/domain/rules.ts'
import { chosenFile } from '#app/domain/typed.ts'
import { chosenOrganisation } from '#app/routes/desk_.templates._index/chosen-organisation.server.ts'
import { OrganisationChoice } from '#app/routes/desk_.templates._index/organisation-choice.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Split, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { acting, done, serve, serveForm } from '#app/web/serve.server.ts'
import { shelfIn } from '#app/web/shelf.server.ts'
import { Revisions } from './revisions.tsx'
import { UploadForm } from './upload-form.tsx'
import { WordTable } from './word-table.tsx'
import { shownWords } from './words.server.ts'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, url, params, services, locale }) => {
  const mine = acting(ctx)
  const { templates, settings } = services.content
  const { organisations, chosen } = await chosenOrganisation(mine, url)
  const kind = kindOf(templates, params.code ?? '')
  const revisions = (await listTemplates(mine, chosen.id)).filter(({ code }) => code === kind.code)
  return {
    title: kind.title[locale],
    ...{ code: kind.code, summary: kind.summary[locale], organisations, chosen },
    words: shownWords(fieldsOf(templates, kind), locale),
    megabytes: settings.uploads.maxMegabytes,
    mayCommon: capable('template.edit')(mine.actor, {}) === null,
    revisions: revisions.map(({ id, organisationId, revision, title, createdAt, retiredAt, size }) => ({
      ...{
        id,
        revision,
        title,
        createdAt,
        size,
        common: organisationId === null,
        retired: retiredAt !== null,
      },
    })),
  }
})

const Upload = z.object({
  organisation: z.string('required').min(1, 'required'),
  name: z.string().trim().max(200, 'too-long').default(''),
  file: chosenFile,
})

export const action = serveForm(Upload, async ({ ctx, params, value, services }) => {
  const mine = acting(ctx)
  const { file, name, organisation } = value
  await uploadTemplate(mine, shelfIn(services.config.dataDir), {
    code: params.code ?? '',
    organisationId: organisation === 'common' ? null : idOf(organisation),
    title: name,
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
  })
  const where = organisation === 'common' ? '' : `?organisation=${organisation}`
  return done(`/desk/templates/${params.code}${where}`, 'saved')
})

export default function Template() {
  const { code, title, summary, organisations, chosen, words, megabytes, mayCommon, revisions } =
    useLoaderData<typeof loader>()
  const t = useMessages().papers
  return (
    <Page>
      <PageHead
        crumbs={[{ href: `/desk/templates?organisation=${chosen.id}`, label: t.templates.title }]}
        eyebrow={chosen.name}
        title={title}
        lead={summary}
        actions={
          <FileLink href={`/desk/templates/${code}/file?organisation=${chosen.id}`} kind="DOCX">
            {t.templates.download}
          </FileLink>
        }
      />
      <OrganisationChoice organisations={organisations} chosen={chosen.id} />
      <Split side={<Revisions revisions={revisions} organisation={chosen.id} mayCommon={mayCommon} />}>
        <Stack gap={6}>
          <UploadForm organisation={chosen.id} megabytes={megabytes} mayCommon={mayCommon} />
          <section aria-labelledby="words">
            <SectionHead title={t.template.words} id="words" />
            <WordTable words={words} />
          </section>
        </Stack>
      </Split>
    </Page>
  )
}
