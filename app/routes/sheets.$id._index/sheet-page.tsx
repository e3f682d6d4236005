import { useLoaderData } from '@remix-run/react'
import { Anchor } from '#app/ui/anchor.tsx'
import { useFormat, useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { FilledSheet } from './filled-sheet.tsx'
import type { sheetPage } from './page.server.ts'
import { SheetForm } from './sheet-form.tsx'

/** An expert sheet: a form for its expert until it is sent, a paper to read afterwards. */
export function SheetPage() {
  const { id, form, panel, object, editable, closed, sentAt, sha256, own, who } =
    useLoaderData<typeof sheetPage>()
  const { sheet: words, files } = useMessages().panels
  const format = useFormat()
  return (
    <Page width="text">
      <PageHead
        eyebrow={words.eyebrow(panel.number)}
        title={form.title}
        lead={words.object(object.title, object.version)}
        meta={
          <>
            {object.href && (
              <Anchor href={object.href} target="_blank" rel="noopener">
                {words.read}
              </Anchor>
            )}
            {object.kind !== 'draft' && (
              <Anchor href={`/panels/${panel.number}/files`} target="_blank" rel="noopener">
                {files.link}
              </Anchor>
            )}
            {!own && <span>{words.by(who)}</span>}
            {editable && <span>{words.until(format.day(panel.lastDay))}</span>}
          </>
        }
      />
      <Stack gap={4}>
        {editable ? (
          <>
            <Prose>
              {form.intro && <p>{form.intro}</p>}
              <p>{words.blind}</p>
            </Prose>
            <SheetForm />
          </>
        ) : (
          <>
            {closed && (
              <Notice kind="warn" title={words.closed}>
                <p>{closed}</p>
                <p>{words.kept}</p>
                <p>
                  <Anchor href="/cabinet/invitations">{words.nextCabinet}</Anchor>
                </p>
              </Notice>
            )}
            {sentAt && (
              <Notice kind="success" title={words.sent(format.date(sentAt))}>
                <p>{words.sentText}</p>
                <code>{sha256}</code>
                <p>
                  <Anchor href={`/sheets/${id}.pdf`} download>
                    {words.pdf}
                  </Anchor>
                </p>
              </Notice>
            )}
            <FilledSheet />
          </>
        )}
      </Stack>
    </Page>
  )
}
