import { type Editor, EditorContent, type JSONContent, useEditor, useEditorState } from '@tiptap/react'
import { type RefObject, useRef, useState } from 'react'
import { draftExtensions } from '#app/editor/extensions.ts'
import { noteAt } from '#app/editor/note-commands.ts'
import { numberableAt, setNumber } from '#app/editor/printed-number.ts'
import { isWordHtml } from '#app/editor/word-html.ts'
import { VisuallyHidden } from '#app/ui/hidden.tsx'
import { useMessages } from '#app/ui/messages.tsx'
import styles from './draft-editor.module.css'
import { Toolbar } from './editor-toolbar.tsx'
import { type Asking, setsOf, toolState, toolsOf } from './editor-tools.ts'
import { NumberDialog } from './number-dialog.tsx'
import { type PictureAttrs, PictureDialog, pictureIn } from './picture-dialog.tsx'
import { PictureLater } from './picture-later.tsx'

type DraftEditorProps = {
  /** where a summary of errors leads */
  id: string
  label: string
  wrong: boolean
  lang: string
  /** where the pictures of the text are; without it the text cannot have any yet */
  pictures?: { read: string; send: string }
  initial: JSONContent | null
  onChange: (doc: JSONContent) => void
}
type Asked = { picture: PictureAttrs | null; given: File | null }

/** The editor of a draft's text; loaded only on pages where somebody writes a document. */
export default function DraftEditor({
  id,
  label,
  wrong,
  lang,
  pictures,
  initial,
  onChange,
}: DraftEditorProps) {
  const words = useMessages().reviewEditor.toolbar
  const [asked, setAsked] = useState<Asked | null>(null)
  const [numbering, setNumbering] = useState(false)
  const taking = useRef<(data: DataTransfer | null) => boolean>(() => false)
  const editor = useEditor({
    extensions: draftExtensions(
      { address: (file) => `${pictures?.read ?? '#'}${file}` },
      { label: words.noteLabel },
    ),
    content: initial ?? undefined,
    immediatelyRender: false,
    editorProps: {
      attributes: {
        id,
        'aria-label': label,
        ...(wrong ? { 'aria-invalid': 'true', 'aria-describedby': `${id}-error` } : {}),
        role: 'textbox',
        'aria-multiline': 'true',
        lang,
        class: styles.paper ?? '',
      },
      handlePaste: (_view, event) => taking.current(event.clipboardData),
      handleDrop: (_view, event, _slice, moved) => !moved && taking.current(event.dataTransfer),
      handleKeyDown: (view, event) => {
        const [toTools, toNumber] = [event.altKey && event.key === 'F10', isNumberKey(event)]
        if (toTools) toolbarOf(view.dom)?.focus()
        if (toNumber && numberableAt(view.state)) setNumbering(true)
        return toTools || toNumber
      },
    },
    onUpdate: ({ editor }) => onChange(editor.getJSON()),
  })
  taking.current = (data) => {
    const given = pictureIn(data)
    if (given && !data?.getData('text/html')) setAsked({ picture: null, given })
    return Boolean(given && !data?.getData('text/html')) || tookWords(editor, data)
  }
  if (!editor) return null
  return (
    <div className={styles.editor}>
      <Tools
        editor={editor}
        asking={{
          picture: () => setAsked({ picture: pictureAt(editor), given: null }),
          number: () => setNumbering(true),
        }}
      />
      <EditorContent editor={editor} />
      {numbering && <Numbering editor={editor} onClose={() => setNumbering(false)} />}
      {asked && !pictures && <PictureLater onClose={() => setAsked(null)} />}
      {asked && pictures && (
        <PictureDialog
          {...asked}
          action={pictures.send}
          onClose={() => setAsked(null)}
          onDone={(picture) => {
            setAsked(null)
            show(editor, picture, asked.picture !== null)
          }}
        />
      )}
    </div>
  )
}

function Tools({ editor, asking }: { editor: Editor; asking: Asking }) {
  const messages = useMessages().reviewEditor
  const words = messages.toolbar
  const state = useEditorState({ editor, selector: ({ editor }) => toolState(editor) })
  return (
    <>
      <Toolbar
        tools={toolsOf(editor, state, words, asking)}
        sets={setsOf(editor, state, messages)}
        label={words.label}
        leave={() => editor.commands.focus()}
      />
      <VisuallyHidden>
        <span role="status">{state.inNote ? words.inNote : state.table ? words.inTable : ''}</span>
      </VisuallyHidden>
    </>
  )
}

function Numbering({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const node = numberableAt(editor.state)
  return (
    <NumberDialog
      number={(node?.attrs.number as string | null | undefined) ?? null}
      onClose={onClose}
      onDone={(number) => {
        onClose()
        setNumber(number)(editor.state, editor.view.dispatch)
        editor.commands.focus()
      }}
    />
  )
}

function isNumberKey({ code, altKey, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return altKey && (ctrlKey || metaKey) && code === 'KeyP'
}

/** Words of a clipboard that need a reader of their own; false leaves them to the editor. */
function tookWords(editor: Editor | null, data: DataTransfer | null): boolean {
  if (!editor || !data) return false
  if (noteAt(editor.state)) {
    // a footnote is one paragraph
    const words = data.getData('text/plain').replace(/\s+/g, ' ').trim()
    if (words !== '') editor.view.dispatch(editor.state.tr.insertText(words).scrollIntoView())
    return true
  }
  const html = data.getData('text/html')
  if (!isWordHtml(html)) return false
  void pasteWord(editor, html)
  return true
}

/** The reader of Word's HTML comes when it is wanted; until then the cursor waits where it is. */
async function pasteWord(editor: Editor, html: string) {
  const { pastedContent } = await import('#app/domain/reviews/importing/pasting.ts')
  const content = pastedContent(html)
  if (content.length > 0) editor.chain().focus().insertContent(content).run()
}

function pictureAt(editor: Editor): PictureAttrs | null {
  return editor.isActive('figure') ? (editor.getAttributes('figure') as PictureAttrs) : null
}

/** A new picture stands after the paragraph of the cursor; the cursor goes on in the words behind it, made if there are none. */
function show(editor: Editor, picture: PictureAttrs, known: boolean) {
  if (known) return void editor.chain().focus().updateAttributes('figure', { alt: picture.alt }).run()
  const { $to } = editor.state.selection
  const at = $to.depth > 0 ? $to.after() : $to.pos
  const words = editor.state.doc.resolve(at).nodeAfter?.type.name === 'paragraph'
  const content = [{ type: 'figure', attrs: picture }, ...(words ? [] : [{ type: 'paragraph' }])]
  editor
    .chain()
    .insertContentAt(at, content)
    .focus(at + 2)
    .scrollIntoView()
    .run()
}

function toolbarOf(paper: HTMLElement): HTMLElement | null {
  const root: RefObject<Element | null>['current'] = paper.closest(`.${styles.editor}`)
  return root?.querySelector<HTMLElement>('[role="toolbar"] button[tabindex="0"]') ?? null
}
