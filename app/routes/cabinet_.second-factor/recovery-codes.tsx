import { LinkButton } from '#app/ui/button.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Row, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import styles from './second-factor.module.css'

type Props = {
  codes: readonly string[]
  site: string
  today: string
  next: string
  /** what has just been done */
  done: string
  lead?: string
}

/** Recovery codes, shown this once: to be kept as a file or on paper. */
export function RecoveryCodes({ codes, site, today, next, done, lead }: Props) {
  const { codes: words, next: on } = useMessages().secondFactor
  const format = useFormat()
  const file = `${words.fileHead(site, format.day(today))}\r\n\r\n${codes.join('\r\n')}\r\n`
  return (
    <Page width="form">
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={4}>
        <Notice kind="success" title={done}>
          {lead}
        </Notice>
        <p className={styles.paper}>{words.fileHead(site, format.day(today))}</p>
        <ol className={styles.codes} translate="no">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <div data-print="off">
          <Stack gap={2}>
            <Row>
              <LinkButton look="main" href={next}>
                {on}
              </LinkButton>
              <a download={words.file} href={`data:text/plain;charset=utf-8,${encodeURIComponent(file)}`}>
                {words.download}
              </a>
            </Row>
            <p>{words.print}</p>
          </Stack>
        </div>
      </Stack>
    </Page>
  )
}
