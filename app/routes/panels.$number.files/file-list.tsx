import { Form, useLoaderData } from '@remix-run/react'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FileLink } from '#app/ui/file-link.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './files.module.css'
import type { filesPage } from './load.server.ts'

/** What was handed in, each with its kind and size; beside it the button that takes it away while it may be. */
export function FileList() {
  const { files, number, editable } = useLoaderData<typeof filesPage>()
  const { files: words } = useMessages().panels
  if (files.length === 0)
    return <EmptyState title={words.empty}>{editable ? words.emptyText : null}</EmptyState>
  return (
    <ul className={styles.list}>
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <FileLink
            href={`/panels/${number}/files/${id}`}
            kind={(name.split('.').at(-1) ?? '').toUpperCase()}
            bytes={size}
          >
            {name}
          </FileLink>
          {editable && (
            <Form method="post" action={`/panels/${number}/files/removal`}>
              <input type="hidden" name="fileId" value={id} />
              <Button look="quiet" small type="submit" aria-label={words.removeNamed(name)}>
                {words.remove}
              </Button>
            </Form>
          )}
        </li>
      ))}
    </ul>
  )
}
