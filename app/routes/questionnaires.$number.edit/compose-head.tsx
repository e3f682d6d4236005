import { Anchor } from '#app/ui/anchor.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { ComposedPage } from './composed.server.ts'

export type ComposeTab = 'questions' | 'rules' | 'versions' | 'conduct' | 'people' | 'preview' | 'results'

/** The head of the working pages of a questionnaire, with the way between them. */
export function ComposeHead({ page, current }: { page: ComposedPage; current: ComposeTab }) {
  const { questionnaires: words } = useMessages()
  const address = `/questionnaires/${page.number}`
  const tabs: [ComposeTab, string][] =
    page.kind === 'sheet'
      ? [
          ['questions', 'edit'],
          ['rules', 'rules'],
          ['preview', 'preview'],
          ['versions', 'versions'],
        ]
      : [
          ['questions', 'edit'],
          ['conduct', 'conduct'],
          ['people', 'people'],
          ['preview', 'preview'],
          ...(page.published === null ? [] : [['results', 'results'] as [ComposeTab, string]]),
        ]
  return (
    <>
      <PageHead
        crumbs={[{ href: '/questionnaires', label: words.title }]}
        eyebrow={`${words.kinds[page.kind]} ${words.number(page.number)} · ${page.organisation}`}
        title={page.title}
        lang="ru"
        meta={
          <>
            {page.published !== null && <span>{words.compose.published(page.published)}</span>}
            {page.composing !== null && <span>{words.compose.draft(page.composing)}</span>}
            {page.draft && (
              <Anchor href={`/drafts/${page.draft.slug}`}>{`${words.about}: ${page.draft.title}`}</Anchor>
            )}
          </>
        }
      />
      <Tabs
        tabs={tabs.map(([key, path]) => ({
          href: `${address}/${path}`,
          label: words.compose.tabs[key],
          current: key === current,
        }))}
      />
    </>
  )
}
