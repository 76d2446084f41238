import dynamic from "next/dynamic";
import { texts, useTexts } from "@/platform/texts/texts";
import { CopyField } from "@/platform/ui/CopyField";
import { ShareButton } from "@/platform/ui/ShareButton";
import { Loading } from "@/platform/ui/Loading";
import { inviteWords } from "./texts";

const drawing = texts({ text: "QR-Code wird gezeichnet …" }, { text: "Drawing the QR code …" });

function Drawing() {
  return <Loading>{useTexts(drawing).text}</Loading>;
}

const QrCode = dynamic(() => import("@/platform/ui/QrCode").then((module) => module.QrCode), {
  ssr: false,
  loading: Drawing,
});

interface InviteLinkProps {
  link: string;
  name: string;
  /** The label of the link; by default that of an invitation. */
  label?: string;
}

/** A link with a token for one person, as text and as a QR code. */
export function InviteLink({ link, name, label }: InviteLinkProps) {
  const text = useTexts(inviteWords);
  return (
    <>
      <CopyField label={label ?? text.link} hint={text.linkHint} value={link} />
      <ShareButton data={() => ({ title: label ?? text.link, url: link })} />
      <p>{text.codeText}</p>
      <QrCode value={link} label={text.code(name)} />
    </>
  );
}
