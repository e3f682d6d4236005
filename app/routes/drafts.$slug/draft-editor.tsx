import { EditorContent, type JSONContent, useEditor, useEditorState } from '@tiptap/react'
import { useRef } from 'react'
import { draftExtensions } from '#app/editor/extensions.ts'
import { isWordHtml } from '#app/editor/word-html.ts'
import { classes } from '#app/ui/classes.ts'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './draft-editor.module.css'

type DraftEditorProps = {
  label: string
  lang: string
  pictures?: string
  initial: JSONContent | null
  onChange: (doc: JSONContent) => void
}

/** The editor of a draft's text; loaded only on pages where somebody writes a document. */
export default function DraftEditor({ label, lang, pictures, initial, onChange }: DraftEditorProps) {
  const pasting = useRef<(html: string) => void>(() => undefined)
  const editor = useEditor({
    extensions: draftExtensions({ address: (file) => `${pictures ?? '#'}${file}` }),
    content: initial ?? undefined,
    immediatelyRender: false,
    editorProps: {
      attributes: {
        'aria-label': label,
        role: 'textbox',
        'aria-multiline': 'true',
        lang,
        class: styles.paper ?? '',
      },
      handlePaste: (_view, event) => {
        const html = event.clipboardData?.getData('text/html') ?? ''
        if (!isWordHtml(html)) return false
        pasting.current(html)
        return true
      },
    },
    onUpdate: ({ editor }) => onChange(editor.getJSON()),
  })
  pasting.current = (html) => void pasteWord(editor, html)
  if (!editor) return null
  return (
    <div className={styles.editor}>
      <Toolbar editor={editor} />
      <EditorContent editor={editor} />
    </div>
  )
}

/** The reader of Word's HTML comes when it is wanted; until then the cursor waits where it is. */
async function pasteWord(editor: Editor | null, html: string) {
  const { pastedContent } = await import('#app/domain/reviews/importing/pasting.ts')
  const content = pastedContent(html)
  if (content.length > 0) editor?.chain().focus().insertContent(content).run()
}

type Editor = NonNullable<ReturnType<typeof useEditor>>
type Tool = { key: string; label: string; sign: string; run: () => void; on?: boolean; off?: boolean }

function Toolbar({ editor }: { editor: Editor }) {
  const { reviewWork } = useMessages()
  const words = reviewWork.toolbar
  const state = useEditorState({
    editor,
    selector: ({ editor }) => ({
      heading: [1, 2, 3].find((level) => editor.isActive('heading', { level })) ?? 0,
      marks: (['bold', 'italic'] as const).filter((mark) => editor.isActive(mark)),
      lists: (['bulletList', 'orderedList', 'blockquote'] as const).filter((node) => editor.isActive(node)),
      undo: editor.can().undo(),
      redo: editor.can().redo(),
    }),
  })
  const act = () => editor.chain().focus()
  const tools: Tool[] = [
    ...([1, 2, 3] as const).map((level) => ({
      key: `h${level}`,
      label: words.heading(level),
      sign: `H${level}`,
      run: () => act().toggleHeading({ level }).run(),
      on: state.heading === level,
    })),
    { key: 'p', label: words.paragraph, sign: '¶', run: () => act().setParagraph().run() },
    {
      key: 'b',
      label: words.bold,
      sign: 'Ж',
      run: () => act().toggleBold().run(),
      on: state.marks.includes('bold'),
    },
    {
      key: 'i',
      label: words.italic,
      sign: 'К',
      run: () => act().toggleItalic().run(),
      on: state.marks.includes('italic'),
    },
    {
      key: 'ul',
      label: words.bulletList,
      sign: '•',
      run: () => act().toggleBulletList().run(),
      on: state.lists.includes('bulletList'),
    },
    {
      key: 'ol',
      label: words.orderedList,
      sign: '1.',
      run: () => act().toggleOrderedList().run(),
      on: state.lists.includes('orderedList'),
    },
    {
      key: 'q',
      label: words.quote,
      sign: '«»',
      run: () => act().toggleBlockquote().run(),
      on: state.lists.includes('blockquote'),
    },
    {
      key: 't',
      label: words.table,
      sign: '▦',
      run: () => act().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    },
    { key: 'undo', label: words.undo, sign: '↶', run: () => act().undo().run(), off: !state.undo },
    { key: 'redo', label: words.redo, sign: '↷', run: () => act().redo().run(), off: !state.redo },
  ]
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={words.label}>
      {tools.map(({ key, label, sign, run, on, off }) => (
        <button
          key={key}
          type="button"
          title={label}
          aria-pressed={on}
          disabled={off}
          className={classes(styles.tool, on && styles.on)}
          onClick={run}
        >
          <span aria-hidden="true">{sign}</span>
          <VisuallyHidden>{label}</VisuallyHidden>
        </button>
      ))}
    </div>
  )
}
