import { useLoaderData } from '@remix-run/react'
import { blindWork } from '#app/domain/panels/contests/blind.server.ts'
import { numberOf } from '#app/domain/problem.ts'
import { kindOf } from '#app/routes/works.$number._index/files.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead, SectionHead } from '#app/ui/page-head.tsx'
import { acting, serve } from '#app/web/serve.server.ts'
import styles from './blind.module.css'

export { titled as meta } from '#app/ui/titled.ts'

export const loader = serve(async ({ ctx, params, t }) => {
  const { ids: _, ...work } = await blindWork(acting(ctx), numberOf(params.number))
  return { ...work, name: work.title, title: t.contests.work.coded(work.code ?? '') }
})

/** A work as its experts read it: the code, the words and the files, and nothing of whose it is. */
export default function BlindWorkPage() {
  const { title, name, summary, nomination, contest, contestNumber, panel, files } =
    useLoaderData<typeof loader>()
  const words = useMessages().contests.work
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/contests/${contestNumber}`, label: contest }]}
        eyebrow={<span lang="ru">{nomination}</span>}
        title={title}
        lead={<span lang="ru">{name}</span>}
      />
      <Stack gap={6}>
        <p className={styles.words} lang="ru">
          {summary}
        </p>
        <section>
          <SectionHead title={words.files} />
          {files.length === 0 && <EmptyState title={words.noFiles}>{null}</EmptyState>}
          <ul>
            {files.map(({ size, mediaType }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file is named by its place
              <li key={at}>
                <FileLink href={`/panels/${panel}/work/${at + 1}`} kind={kindOf(mediaType)} bytes={size}>
                  {words.fileNumber(at + 1)}
                </FileLink>
              </li>
            ))}
          </ul>
        </section>
      </Stack>
    </Page>
  )
}
