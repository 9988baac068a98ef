"""A mail server for tests: takes mails, reads each with Python's own parser and writes it down as JSON.

python3 mailserver.py FOLDER PORT [CERTIFICATE KEY USER PASSWORD]
With a certificate it insists on STARTTLS and on signing in.
"""
import asyncio
import email
import email.policy
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

folder, port = sys.argv[1], int(sys.argv[2])
cert, key, user, password = sys.argv[3:7] if len(sys.argv) > 3 else (None, None, None, None)


def read(part):
    data = part.get_payload(decode=True) or b""
    charset = part.get_content_charset()
    return {
        "type": part.get_content_type(),
        "charset": charset,
        "method": part.get_param("method"),
        "fileName": part.get_filename(),
        "encoding": part.get("Content-Transfer-Encoding"),
        "text": data.decode(charset or "utf-8"),
    }


class Handler:
    taken = 0

    async def handle_DATA(self, server, session, envelope):
        Handler.taken += 1
        mail = email.message_from_bytes(envelope.content, policy=email.policy.default)
        found = {
            "tls": session.ssl is not None,
            "user": session.auth_data.login.decode() if session.authenticated else None,
            "to": envelope.rcpt_tos,
            "headers": {name: str(value) for name, value in mail.items()},
            "structure": [part.get_content_type() for part in mail.walk()],
            "parts": [read(part) for part in mail.walk() if not part.is_multipart()],
            "defects": [type(defect).__name__ for part in mail.walk() for defect in part.defects],
            "raw": envelope.content.decode("latin-1"),
        }
        path = os.path.join(folder, f"{Handler.taken:05}.json")
        with open(path + ".part", "w", encoding="utf-8") as file:
            json.dump(found, file)
        os.rename(path + ".part", path)
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and data.login == user.encode() and data.password == password.encode()
    return AuthResult(success=good, auth_data=data)


class Server(SMTP):
    async def smtp_AUTH(self, arg):
        # Names of mechanisms are case-insensitive for every server but this one; .NET writes them small.
        mechanism, blank, rest = (arg or "").partition(" ")
        await super().smtp_AUTH(mechanism.upper() + blank + rest)


def connection():
    if cert is None:
        return Server(Handler(), hostname="mail.test")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    return Server(Handler(), hostname="mail.test", tls_context=context, require_starttls=True, auth_required=True, authenticator=authenticate)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(connection, "127.0.0.1", port)
    print("ready", flush=True)
    await server.serve_forever()


asyncio.run(main())
