import type { ReactNode } from 'react'
import type { Crumb } from './breadcrumbs.tsx'
import { useLocale, useMessages } from './messages.tsx'
import { Notice } from './notice.tsx'
import { Page, Reading } from './page.tsx'
import { PageHead } from './page-head.tsx'
import { Prose } from './prose.tsx'
import { SideList } from './side-list.tsx'

type ArticleProps = {
  page: {
    title: string
    description: string
    html: string
    lang: string
    sections: readonly { id: string; title: string }[]
  }
  crumbs?: readonly Crumb[]
  /** Takes the place of the page's own sections at the left. */
  contents?: ReactNode
  children?: ReactNode
}

/** A page of text: its sections at the left, the text in one column, a note when it is not translated. */
export function Article({ page, crumbs, contents, children }: ArticleProps) {
  const { help, ui } = useMessages()
  const { locale } = useLocale()
  const { title, description, html, sections } = page
  const lang = page.lang === locale ? undefined : page.lang
  const links = sections.map((section) => ({ href: `#${section.id}`, label: section.title, lang }))
  return (
    <Page>
      <Reading contents={contents ?? <SideList title={ui.sections} links={links} />}>
        <PageHead title={title} lead={<span lang={lang}>{description}</span>} crumbs={crumbs} lang={lang} />
        {lang && <Notice>{help.russianOnly}</Notice>}
        <Prose html={html} lang={lang} />
        {children}
      </Reading>
    </Page>
  )
}
