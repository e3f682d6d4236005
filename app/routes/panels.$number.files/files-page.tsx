import { useLoaderData } from '@remix-run/react'
import { ObjectLink } from '#app/routes/panels._index/object-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, Stack } from '#app/ui/page.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { AttachFields } from './attach-fields.tsx'
import { FileList } from './file-list.tsx'
import type { filesPage } from './load.server.ts'

/** The materials of a panel: what is there, one more, and when nothing changes any more. */
export function FilesPage() {
  const { number, name, object, closed, editable, title } = useLoaderData<typeof filesPage>()
  const { files: words } = useMessages().panels
  return (
    <Page width="text">
      <PageHead
        crumbs={[{ href: `/panels/${number}`, label: name }]}
        title={title}
        lead={<ObjectLink object={object} />}
      />
      <Stack gap={4}>
        {closed && <Notice title={words.closed}>{words.closedText}</Notice>}
        <FileList />
        {editable ? <AttachFields /> : <p>{words.standing}</p>}
      </Stack>
    </Page>
  )
}
