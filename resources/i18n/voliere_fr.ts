<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>
</name>
    <message>
        <source>
</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Accessible</name>
    <message>
        <source>Posts are missing between {older} and {newer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this post could not be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filtered: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>content warning: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>poll: {options}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quotes {name}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}: {alt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} without description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>boosts: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reposts: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} likes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour of this account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out {name}? What Volière keeps of this account here is deleted; nothing changes on the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountPill</name>
    <message>
        <source>Write as {name}, {handle}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountPills</name>
    <message>
        <source>Account to write with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out by the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked or missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only until Volière is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{software} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No account yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddColumnDialog</name>
    <message>
        <source>Add a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashtag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>#caturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>@name@example.org</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server decides what it finds. For words that you follow for long, live and on several servers, choose Keywords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for your lists…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account has no lists yet. Make one on your server&apos;s website.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AltTextDialog</name>
    <message>
        <source>Describe the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;What is to be seen, for those who cannot see it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters too many</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnFace</name>
    <message>
        <source>Edit keywords</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Column menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this column</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Column menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit keywords…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title (empty: as it was at first):</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnTypes</name>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Direct conversations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The people and hashtags you follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others did with your posts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only posts that mention you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every post that matches your keywords, live, from several accounts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public posts of people on this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every public post that this server knows of.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public posts with one hashtag.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of your lists on this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one person posts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts that you kept for later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts that you marked as liked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts for named people only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the server&apos;s own search finds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A post with what came before and after.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow people or hashtags, and their posts appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notifications yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When somebody replies, follows or likes, it shows here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has mentioned you yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies to you appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No post matches yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New matches arrive by themselves. Fewer words find more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No posts with this hashtag yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling, or try it on another server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This list is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add people to it on your server&apos;s website.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark a post with D, and it stays here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server found nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many servers only search posts of people who agreed to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No posts here yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New ones appear by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords · {account}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keywords · {count} accounts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} completions: {first}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>{missing} pictures have no description. It helps those who cannot see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{over} characters too many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a character in the text that {host} does not take.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture has no description. It helps those who cannot see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description of picture {number} is {over} characters too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} takes {limit} pictures at most. Remove some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not take picture {number}: it is {type}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {number} is too large for {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A post has either pictures or a poll. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has no polls. Remove it or change the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A poll needs two answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A poll on {host} has {limit} answers at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer {number} of the poll is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer {number} of the poll is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer {number} of the poll is {over} characters too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A poll on {host} is open from {min} to {max}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More people will read this than the post that it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{handles} will see this private conversation from here on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is mentioned, so nobody will see it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} cannot post this as “{visibility}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has no content warnings. Remove it or change the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} cannot quote. Change the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text looks like {guessed}, but {chosen} is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account to post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save changes as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply to @{handle} as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply as {name} · {visibility}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote as {name} · {visibility}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post as {name} · {visibility}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes a post that is already out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In reply to @{handle}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quoting @{handle}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlisted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mentioned people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anyone, in all timelines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anyone, but not in public timelines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only those who follow you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only those whom you mention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only people of your server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone on the web, search engines included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone who comes across it, but not in public timelines.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anyone with an account on {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your followers, {people}, and anyone they show it to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {people}: nobody follows you yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your one follower, {people}, and anyone they show it to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {count} followers, {people}, and anyone they show it to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your followers and anyone they show it to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody but you: nobody follows you yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your one follower and anyone they show it to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your {count} followers and anyone they show it to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only you, and the administrators of your server: nobody is mentioned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {people}, and the administrators of your server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {people}, and the administrators of both servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {people}, and the administrators of all their servers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} and {count} others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{people} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} on {host}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} on {host}: one follower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} on {host}: {count} followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 byte too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} bytes too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 character too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 byte left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} bytes left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 character left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not take this post: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} did not take this post, and did not say why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drafts ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To @{handle}: {text}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture is still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking up the answered post…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no picture, film or sound.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your server does not take such files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is too large for your server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture has too many pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: the file was not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file could not be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too late to undo: it is being sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post anyway as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} cannot show that post.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComposerEditor</name>
    <message>
        <source>Text of the post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComposerPanel</name>
    <message>
        <source>Composer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is happening?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this one and start another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throw this one away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComposerParts</name>
    <message>
        <source>Content warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content warning, shown before the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover the pictures until they are clicked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComposerTools</name>
    <message>
        <source>Add pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: {name}, guessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guess from the text</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ContextStrip</name>
    <message>
        <source>Leave it; what is written stays in the drafts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeckView</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditKeywordsDialog</name>
    <message>
        <source>Edit keywords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has that name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gap</name>
    <message>
        <source>{older} – {newer}: posts are missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keywords</name>
    <message>
        <source>What it finds is shown here before you keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet among the posts at hand. New ones will appear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} matches and more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} matches</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeywordsForm</name>
    <message>
        <source>Search words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cats OR dogs -birds #photo lang:en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts that match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of these words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This phrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {what}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This search says more than the form can show. Edit it above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What Volière did lately. Passwords and tokens are never written here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Volière</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>animation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sound</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} attachments</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MediaStrip</name>
    <message>
        <source>Pictures of the post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture is being read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MediaThumb</name>
    <message>
        <source>no description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {place} of {of}: {alt}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter to describe it, Delete to remove it, Alt and an arrow key to move it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the front</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ALT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no ALT</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MediaViewer</name>
    <message>
        <source>Media by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture without description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This can only be opened outside Volière</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play in the system’s player</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>There is no way to {host} just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} refuses connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} takes too long to answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} has no valid certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy does not let us through to {host}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no picture that Volière knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not take files like {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too large: the server takes up to {limit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too large for this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has too many pixels for this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full, so {name} could not be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} could not be added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full; nothing new is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local database is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local database was made by a newer Volière.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local database cannot be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the local database. Close it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local database has a problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is not a server&apos;s name. Try something like mastodon.social.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No server was found there. Check the spelling and your connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a website, but it does not speak Mastodon&apos;s language.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access was refused in the browser. You can try again at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer did not belong to this sign-in, so it was not used. Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has no valid certificate, so the connection would not be safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came in time. Try again when you are ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused to sign you in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a problem just now. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain http is only used for this computer and .onion addresses. Use https.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not take that code. Copy it again, whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser&apos;s answer cannot be received here. Paste the code instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a word to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This quotation mark is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bracket is never closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bracket was never opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OR needs something on both sides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The minus needs a word right after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not known. There are from:, lang: and has:.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something is missing after “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{value}” is not a language code. Try en, fr or ja.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has: takes media, link or poll, not “{value}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A search needs at least one thing to find, not only what to leave out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This search is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You seem to be offline. Volière keeps trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{host} does not answer. Volière keeps trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for a pause. Volière goes on at {until}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for a pause. Volière goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a problem (error {status}). Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server gave an answer that could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An account has been signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} has been signed out by the server. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not allow that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not allow that: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is gone, or not visible to this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused that: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server cannot do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer has no keyring for passwords, so accounts cannot be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full. You can read on, but nothing new is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local database was damaged. It was kept as {file}, and a new one begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local database was damaged. It was put aside, and a new one begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local database was made by a newer Volière. It was kept as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The local database was made by a newer Volière. It was put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A settings file could not be read. It was kept as {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A settings file could not be read, and the defaults are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some settings in {file} were not valid, so their defaults are used: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has entries of a newer Volière ({count}). They are kept, not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work and was taken back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That did not work and was taken back: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posted as {account}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your post was refused. It is back in the composer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your post was refused: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your post waits until the server can be reached. It is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether your post arrived. Volière did not send it twice; look first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed “{title}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} is signed in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account signed out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} is signed out and forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not be told to forget this app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{account} is signed out here, but the server could not be told. You can remove Volière in its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something unexpected went wrong. The log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account has been signed out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewStrip</name>
    <message>
        <source>1 new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{text}, jump to the top</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeRow</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>boosted your post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reposted your post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reacted with {emoji}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your poll has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A poll you voted in has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did something that Volière does not know yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mentioned you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liked your post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>followed you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks to follow you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited a post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>posted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quoted your post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reacted to your post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mentions you</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may have been posted already as {name}: please look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet as {name}; next try at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending in {seconds} s as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uploading {percent} % as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet as {name}; trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused, not posted as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sending as {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message>
        <source>Upload</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutboxStrip</name>
    <message>
        <source>Posts on their way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverlayScrollBar</name>
    <message>
        <source>Scroll position</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Poll</name>
    <message>
        <source>{n} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} votes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PollEditor</name>
    <message>
        <source>Poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the poll</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long the poll is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several answers may be chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Post</name>
    <message>
        <source>Boosted by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reposted by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in reply to you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continues a thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in reply to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in reply to someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and 1 other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} and {n} others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {second} and 1 other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}, {second} and {n} others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filtered: {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This post could not be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quoted post waits for its author’s consent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quoted post is not available</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PostMenu</name>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this post? It cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block {name}? You will no longer see each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Post menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this post of {name} to your followers?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>following</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>followers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You block this person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You follow each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your request to follow waits for an answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Muted: you do not see these posts in your columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfollow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block {name}? You will no longer see each other.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfilePanel</name>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Accounts and tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the composer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write as {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show my profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} minutes ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} hours ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ResizeEdge</name>
    <message>
        <source>Column edge</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much room there is around each post.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relaxed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open windows change at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show pictures in columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play animations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving avatars, emoji and GIFs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show sensitive media at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise it is covered until you ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open content warnings at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive posts live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise Volière looks for new posts every now and then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remind me of picture descriptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture without one cannot be read by everybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to take a post back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long a post waits before it leaves. 0: not at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before boosting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask before deleting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used for everything: posts, live connections and pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SOCKS5 (it looks up names, too)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy&apos;s port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts kept in each column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older ones can be loaded again from the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days that posts are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures kept on disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This could not be written to disk. It holds until you quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That value cannot be used.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to defaults</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the composer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a column…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search for keywords…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back the last column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename this column…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh all columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark this column as read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the column on the left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the column on the right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this column left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move this column right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this column wider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make this column narrower</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to column {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close a thread or profile that was opened beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Volière</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the thread (also Return)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boost or take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite or take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark or take it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open or close a content warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or cover sensitive media</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the author&apos;s profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the selection or the post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that can be done with a post</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Looking for the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Introducing Volière to the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say yes in your browser, then come back here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing you in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in, but this computer&apos;s keyring is locked, so the sign-in cannot be kept safely. Unlock the keyring and try again, or keep it for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are signed in, but this computer has no keyring, so the sign-in cannot be kept safely; Volière never writes it to a file. You can use the account until you quit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste a code instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On which server is your account? A name, your whole handle or an address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mastodon.social or @name@example.org</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volière works with Mastodon, GoToSocial, Pleroma, Akkoma, Friendica, Takahē and Pixelfed. Your password is only typed in your browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for your browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did the browser not open? Open this address yourself:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the server&apos;s sign-in page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say yes on the server&apos;s page. It then shows a code: paste it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the keyring again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading posts…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>every {count} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every {count} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading posts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live: new posts appear at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks for new posts {every}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volière tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next try is at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>limit until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit reached until {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server asks for a pause. Volière goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock this computer&apos;s keyring, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server no longer knows this sign-in. Your column is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server does not offer this column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is gone, or not visible to this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not show this to this account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has a problem just now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server refused this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keywords have a mistake. Edit them in the menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} It says: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This column could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensitive · Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnreadPill</name>
    <message>
        <source>{count} unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Visibility</name>
    <message>
        <source>unlisted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>followers only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only people mentioned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this server only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VisibilityButton</name>
    <message>
        <source>Who can see it: {who}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>Mastodon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Posts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Boost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo boost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} boosted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} favourited your post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Federated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hashtag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo repost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} reposted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} liked your post</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Likes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>An empty deck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a column: your home, notifications, a hashtag, or keywords to watch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome to Volière</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your timelines and keywords, side by side and live. Begin with an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only looking? Start “voliere --demo” to try everything with invented people; nothing leaves this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>About Volière</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volière {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your timelines and keywords, side by side.
Free software under the MIT licence. Typeface: Inter (SIL Open Font Licence).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>owner</name>
    <message>
        <source>Volière</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
