#!/usr/bin/env python3
"""Checks an export of Zhijian without Zhijian: python3 verify-log.py FOLDER [KEYID]. The rules are in LOG-FORMAT.md (docs/log-format.md)."""
import base64, hashlib, json, os, re, struct, sys

P = 2**256 - 2**224 + 2**192 + 2**96 - 1  # the curve P-256
N = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
G = (0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296, 0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)

def event_hash(e):
    number = lambda n: struct.pack(">q", n)
    text = lambda s: struct.pack(">i", len(s.encode())) + s.encode()
    return hashlib.sha256(b"".join((
        number(e["seq"]), text(e["stream"]), number(e["version"]), text(e["type"]), number(e["schema"]), text(e["data"]), text(e["actor"]),
        text(e["office"]), text(e["actedOn"]), text(e["recordedAt"]), text(e["prevHash"])))).hexdigest()

def add(a, b):
    if a is None or b is None:
        return a or b
    if a[0] == b[0] and (a[1] + b[1]) % P == 0:
        return None
    slope = (3 * a[0] * a[0] - 3) * pow(2 * a[1], -1, P) if a == b else (b[1] - a[1]) * pow(b[0] - a[0], -1, P)
    x = (slope * slope - a[0] - b[0]) % P
    return x, (slope * (a[0] - x) - a[1]) % P

def times(k, point):
    result = None
    for bit in bin(k)[2:]:
        result = add(result, result)
        if bit == "1":
            result = add(result, point)
    return result

def signature_fits(key, c):
    s = base64.b64decode(c["signature"])
    r, s = int.from_bytes(s[:32], "big"), int.from_bytes(s[32:], "big")
    if not (0 < r < N and 0 < s < N):
        return False
    z = int.from_bytes(hashlib.sha256(f"zhijian checkpoint {c['seq']} {c['hash']} {c['at']}".encode()).digest(), "big")
    point = add(times(z * pow(s, -1, N) % N, G), times(r * pow(s, -1, N) % N, key))
    return point is not None and point[0] % N == r

def check(what, right):
    if not right:
        sys.exit(f"NOT WHOLE: {what}")

folder = sys.argv[1] if len(sys.argv) > 1 else "."
read = lambda name: open(os.path.join(folder, name), "rb").read()
manifest = json.loads(read("manifest.json"))
for f in manifest["files"]:
    check(f"file {f['name']}", hashlib.sha256(read(f["name"])).hexdigest() == f["sha256"])
for name in (f["name"] for f in manifest["files"] if f["name"].startswith("attachments/")):
    check(name, hashlib.sha256(read(name)).hexdigest() == name.split("/")[1])

hashes, versions = ["0" * 64], {}
for line in read("events.jsonl").split(b"\n")[:-1]:
    e = json.loads(line)
    check(f"event {len(hashes)} is missing", e["seq"] == len(hashes))
    check(f"event {e['seq']} does not follow the one before", e["prevHash"] == hashes[-1])
    check(f"event {e['seq']} was changed", e["hash"] == event_hash(e))
    versions[e["stream"]] = versions.get(e["stream"], 0) + 1
    check(f"event {e['seq']}: version", e["version"] == versions[e["stream"]])
    hashes.append(e["hash"])

der = base64.b64decode(re.sub(r"-----.*?-----|\s", "", read("public-key.pem").decode()))
key_id, key = hashlib.sha256(der).hexdigest()[:16], (int.from_bytes(der[-64:-32], "big"), int.from_bytes(der[-32:], "big"))
check("the key has another fingerprint", len(sys.argv) < 3 or sys.argv[2] == key_id)
head = json.loads(read("head.json"))
check("the head is not the last event", head["seq"] == len(hashes) - 1)
points = [json.loads(line) for line in read("checkpoints.jsonl").split(b"\n")[:-1]] + [head]
for c in points:
    check(f"checkpoint {c['seq']} is past the last event", c["seq"] < len(hashes))
    check(f"checkpoint {c['seq']} signs another event", c["hash"] == hashes[c["seq"]])
    check(f"checkpoint {c['seq']}: signature", signature_fits(key, c))
print(f"whole: {len(hashes) - 1} events, {len(points)} signatures, key {key_id}, head {hashes[-1]}")
