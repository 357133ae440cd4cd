"""How programs of the same user reach a running Reloader: never over a network.

place: where they meet; peer: who is at the other end; line: one line there and one back, by ends
on each system; server and client: `reloader ctl`; script: what is told and asked of a script.
"""
