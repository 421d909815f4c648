<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Accessible</name>
    <message>
        <source>Posts are missing between {older} and {newer}.</source>
        <translation>Des messages manquent entre {older} et {newer}.</translation>
    </message>
    <message>
        <source>this post could not be read: {reason}</source>
        <translation>ce message n’a pas pu être lu&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>filtered: {title}</source>
        <translation>filtré&#xa0;: {title}</translation>
    </message>
    <message>
        <source>content warning: {text}</source>
        <translation>avertissement&#xa0;: {text}</translation>
    </message>
    <message>
        <source>poll: {options}</source>
        <translation>sondage&#xa0;: {options}</translation>
    </message>
    <message>
        <source>quotes {name}: {text}</source>
        <translation>cite {name}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>link: {title}</source>
        <translation>lien&#xa0;: {title}</translation>
    </message>
    <message>
        <source>{kind}: {alt}</source>
        <translation>{kind}&#xa0;: {alt}</translation>
    </message>
    <message>
        <source>{kind} without description</source>
        <translation>{kind} sans description</translation>
    </message>
    <message>
        <source>1 reply</source>
        <translation>1 réponse</translation>
    </message>
    <message>
        <source>{n} replies</source>
        <translation>{n} réponses</translation>
    </message>
    <message>
        <source>boosts: {n}</source>
        <translation>partages&#xa0;: {n}</translation>
    </message>
    <message>
        <source>reposts: {n}</source>
        <translation>republications&#xa0;: {n}</translation>
    </message>
    <message>
        <source>1 like</source>
        <translation>1 favori</translation>
    </message>
    <message>
        <source>{n} likes</source>
        <translation>{n} favoris</translation>
    </message>
</context>
<context>
    <name>AccountCard</name>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Se déconnecter…</translation>
    </message>
    <message>
        <source>Time to take a post back</source>
        <translation>Délai pour annuler un envoi</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>Comme dans les réglages</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Another colour</source>
        <translation>Autre couleur</translation>
    </message>
    <message>
        <source>Colour {number}</source>
        <translation>Couleur {number}</translation>
    </message>
    <message>
        <source>Colour of this account</source>
        <translation>Couleur de ce compte</translation>
    </message>
    <message>
        <source>Sign out {name}? What Volière keeps of this account here is deleted; nothing changes on the server.</source>
        <translation>Déconnecter {name}&#x202f;? Ce que Volière garde ici de ce compte sera supprimé&#x202f;; rien ne change sur le serveur.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
</context>
<context>
    <name>AccountPill</name>
    <message>
        <source>Write as {name}, {handle}</source>
        <translation>Écrire en tant que {name}, {handle}</translation>
    </message>
</context>
<context>
    <name>AccountPills</name>
    <message>
        <source>Account to write with</source>
        <translation>Compte avec lequel écrire</translation>
    </message>
    <message>
        <source>Post with other accounts as well</source>
        <translation>Publier aussi avec d’autres comptes</translation>
    </message>
</context>
<context>
    <name>Accounts</name>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Connecté</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>Serveur injoignable</translation>
    </message>
    <message>
        <source>Signed out by the server</source>
        <translation>Déconnecté par le serveur</translation>
    </message>
    <message>
        <source>The keyring is locked or missing</source>
        <translation>Le trousseau est verrouillé ou absent</translation>
    </message>
    <message>
        <source>only until Volière is closed</source>
        <translation>seulement jusqu’à la fermeture de Volière</translation>
    </message>
    <message>
        <source>{software} on {host}</source>
        <translation>{software} sur {host}</translation>
    </message>
</context>
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Comptes</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>No account yet.</source>
        <translation>Aucun compte pour l’instant.</translation>
    </message>
</context>
<context>
    <name>AddColumnDialog</name>
    <message>
        <source>Add a column</source>
        <translation>Ajouter une colonne</translation>
    </message>
    <message>
        <source>Add a source</source>
        <translation>Ajouter une source</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Kind of column</source>
        <translation>Type de colonne</translation>
    </message>
    <message>
        <source>Add column</source>
        <translation>Ajouter la colonne</translation>
    </message>
    <message>
        <source>Add source</source>
        <translation>Ajouter la source</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Hashtag</source>
        <translation>Hashtag</translation>
    </message>
    <message>
        <source>#caturday</source>
        <translation>#caturday</translation>
    </message>
    <message>
        <source>Your lists</source>
        <translation>Vos listes</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>@name@example.org</source>
        <translation>@nom@exemple.org</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Chercher</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Personnes trouvées</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Mots</translation>
    </message>
    <message>
        <source>The server decides what it finds. For words that you follow for long, live and on several servers, choose Keywords.</source>
        <translation>C’est le serveur qui décide de ce qu’il trouve. Pour suivre des mots dans la durée, en direct et sur plusieurs serveurs, choisissez Mots-clés.</translation>
    </message>
    <message>
        <source>Looking for your lists…</source>
        <translation>Recherche de vos listes…</translation>
    </message>
    <message>
        <source>This account has no lists yet. Make one on your server&apos;s website.</source>
        <translation>Ce compte n’a pas encore de liste. Créez-en une sur le site de votre serveur.</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>{count} new</source>
        <translation>Nouveaux&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>AltTextDialog</name>
    <message>
        <source>Describe the picture</source>
        <translation>Décrire l’image</translation>
    </message>
    <message>
        <source>&amp;What is to be seen, for those who cannot see it:</source>
        <translation>&amp;Ce que montre l’image, pour qui ne la voit pas&#xa0;:</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>ChangeKeyDialog</name>
    <message>
        <source>Change a key</source>
        <translation>Changer une touche</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Touche</translation>
    </message>
    <message>
        <source>As it was made</source>
        <translation>Comme à l’origine</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Utiliser cette touche</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>This key is taken from: {command}</source>
        <translation>Cette touche est retirée à&#xa0;: {command}</translation>
    </message>
    <message>
        <source>No key will call this command.</source>
        <translation>Aucune touche n’appellera cette commande.</translation>
    </message>
</context>
<context>
    <name>ColumnFace</name>
    <message>
        <source>Edit keywords</source>
        <translation>Modifier les mots-clés</translation>
    </message>
    <message>
        <source>Show earlier posts</source>
        <translation>Afficher les messages antérieurs</translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Column menu</source>
        <translation>Menu de la colonne</translation>
    </message>
    <message>
        <source>Close this column</source>
        <translation>Fermer cette colonne</translation>
    </message>
</context>
<context>
    <name>ColumnMenu</name>
    <message>
        <source>Column menu</source>
        <translation>Menu de la colonne</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualiser</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Mark as read and clear</source>
        <translation>Marquer comme lue et vider</translation>
    </message>
    <message>
        <source>Keep this column</source>
        <translation>Garder cette colonne</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Déplacer à gauche</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Déplacer à droite</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Élargir</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Rétrécir</translation>
    </message>
    <message>
        <source>Usual width</source>
        <translation>Largeur habituelle</translation>
    </message>
    <message>
        <source>Share the room left</source>
        <translation>Partager la place restante</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Replier</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>Afficher toutes les colonnes</translation>
    </message>
    <message>
        <source>Show only this</source>
        <translation>Afficher celle-ci seule</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <source>Sources, rules and pace…</source>
        <translation>Sources, règles et rythme…</translation>
    </message>
    <message>
        <source>Edit keywords…</source>
        <translation>Modifier les mots-clés…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Retirer la colonne</translation>
    </message>
    <message>
        <source>Rename column</source>
        <translation>Renommer la colonne</translation>
    </message>
    <message>
        <source>Title (empty: as it was at first):</source>
        <translation>Titre (vide&#xa0;: celui d’origine)&#xa0;:</translation>
    </message>
    <message>
        <source>Move to deck</source>
        <translation>Déplacer vers le tableau</translation>
    </message>
</context>
<context>
    <name>ColumnSetup</name>
    <message>
        <source>A column has one keyword search; add your words to that one.</source>
        <translation>Une colonne n’a qu’une recherche par mots-clés&#x202f;; ajoutez-y vos mots.</translation>
    </message>
</context>
<context>
    <name>ColumnSetupDialog</name>
    <message>
        <source>What this column shows</source>
        <translation>Ce que montre cette colonne</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Pace and alerts</source>
        <translation>Rythme et alertes</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>All of these together, newest first; a post that comes twice is one row.</source>
        <translation>Tout cela ensemble, du plus récent au plus ancien&#x202f;; un message reçu deux fois n’occupe qu’une ligne.</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>Ajouter une source…</translation>
    </message>
    <message>
        <source>Remove this source</source>
        <translation>Retirer cette source</translation>
    </message>
    <message>
        <source>Only with all of these hashtags</source>
        <translation>Seulement avec tous ces hashtags</translation>
    </message>
    <message>
        <source>With none of these hashtags</source>
        <translation>Avec aucun de ces hashtags</translation>
    </message>
    <message>
        <source>Hide boosts</source>
        <translation>Masquer les partages</translation>
    </message>
    <message>
        <source>Hide replies</source>
        <translation>Masquer les réponses</translation>
    </message>
    <message>
        <source>Hide bots</source>
        <translation>Masquer les robots</translation>
    </message>
    <message>
        <source>Hide what I have seen already</source>
        <translation>Masquer ce que j’ai déjà vu</translation>
    </message>
    <message>
        <source>Only posts with media</source>
        <translation>Seulement les messages avec média</translation>
    </message>
    <message>
        <source>Only posts with a link</source>
        <translation>Seulement les messages avec lien</translation>
    </message>
    <message>
        <source>Only these languages</source>
        <translation>Seulement ces langues</translation>
    </message>
    <message>
        <source>en, fr (empty: all)</source>
        <translation>fr, en (vide&#xa0;: toutes)</translation>
    </message>
    <message>
        <source>Hide posts with</source>
        <translation>Masquer les messages avec</translation>
    </message>
    <message>
        <source>Kind of rule</source>
        <translation>Type de règle</translation>
    </message>
    <message>
        <source>What to hide</source>
        <translation>Ce qu’il faut masquer</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Ajouter la règle</translation>
    </message>
    <message>
        <source>Remove this rule</source>
        <translation>Retirer cette règle</translation>
    </message>
    <message>
        <source>Remove all rules</source>
        <translation>Retirer toutes les règles</translation>
    </message>
    <message>
        <source>New posts come in</source>
        <translation>Arrivée des nouveaux messages</translation>
    </message>
    <message>
        <source>every {count} minutes</source>
        <translation>toutes les {count} minutes</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>aussitôt</translation>
    </message>
    <message>
        <source>every minute</source>
        <translation>chaque minute</translation>
    </message>
    <message>
        <source>A slow column counts what waits, and shows it when you ask or in time.</source>
        <translation>Une colonne lente compte ce qui attend, et le montre à la demande ou le moment venu.</translation>
    </message>
    <message>
        <source>When something new comes</source>
        <translation>Quand du nouveau arrive</translation>
    </message>
    <message>
        <source>Count it on the deck&apos;s number</source>
        <translation>Le compter sur le numéro du tableau</translation>
    </message>
    <message>
        <source>Play the system&apos;s alert sound</source>
        <translation>Jouer le son d’alerte du système</translation>
    </message>
    <message>
        <source>Show a notification on the desktop</source>
        <translation>Afficher une notification sur le bureau</translation>
    </message>
    <message>
        <source>Mark the window in the taskbar</source>
        <translation>Signaler la fenêtre dans la barre des tâches</translation>
    </message>
</context>
<context>
    <name>ColumnStrip</name>
    <message>
        <source>Other columns</source>
        <translation>Autres colonnes</translation>
    </message>
    <message>
        <source>Show all columns</source>
        <translation>Afficher toutes les colonnes</translation>
    </message>
</context>
<context>
    <name>ColumnTypes</name>
    <message>
        <source>Home</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Mentions</source>
        <translation>Mentions</translation>
    </message>
    <message>
        <source>Keywords</source>
        <translation>Mots-clés</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Bookmarks</source>
        <translation>Marque-pages</translation>
    </message>
    <message>
        <source>Direct conversations</source>
        <translation>Conversations privées</translation>
    </message>
    <message>
        <source>Server search</source>
        <translation>Recherche du serveur</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Conversation</translation>
    </message>
    <message>
        <source>The people and hashtags you follow.</source>
        <translation>Les personnes et les hashtags que vous suivez.</translation>
    </message>
    <message>
        <source>What others did with your posts.</source>
        <translation>Ce que les autres ont fait de vos messages.</translation>
    </message>
    <message>
        <source>Only posts that mention you.</source>
        <translation>Seulement les messages qui vous mentionnent.</translation>
    </message>
    <message>
        <source>Every post that matches your keywords, live, from several accounts.</source>
        <translation>Tous les messages qui contiennent vos mots-clés, en direct, depuis plusieurs comptes.</translation>
    </message>
    <message>
        <source>Public posts of people on this server.</source>
        <translation>Les messages publics des membres de ce serveur.</translation>
    </message>
    <message>
        <source>Every public post that this server knows of.</source>
        <translation>Tous les messages publics que ce serveur connaît.</translation>
    </message>
    <message>
        <source>Public posts with one hashtag.</source>
        <translation>Les messages publics portant un hashtag.</translation>
    </message>
    <message>
        <source>One of your lists on this server.</source>
        <translation>L’une de vos listes sur ce serveur.</translation>
    </message>
    <message>
        <source>What one person posts.</source>
        <translation>Ce que publie une personne.</translation>
    </message>
    <message>
        <source>Posts that you kept for later.</source>
        <translation>Les messages que vous avez gardés pour plus tard.</translation>
    </message>
    <message>
        <source>Posts that you marked as liked.</source>
        <translation>Les messages que vous avez mis en favori.</translation>
    </message>
    <message>
        <source>Posts for named people only.</source>
        <translation>Les messages réservés aux personnes nommées.</translation>
    </message>
    <message>
        <source>What the server&apos;s own search finds.</source>
        <translation>Ce que trouve la recherche du serveur.</translation>
    </message>
    <message>
        <source>A post with what came before and after.</source>
        <translation>Un message avec ce qui le précède et ce qui le suit.</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Rien ici pour l’instant</translation>
    </message>
    <message>
        <source>Follow people or hashtags, and their posts appear here.</source>
        <translation>Suivez des personnes ou des hashtags&#xa0;: leurs messages apparaîtront ici.</translation>
    </message>
    <message>
        <source>No notifications yet</source>
        <translation>Aucune notification pour l’instant</translation>
    </message>
    <message>
        <source>When somebody replies, follows or likes, it shows here.</source>
        <translation>Réponses, abonnements et favoris apparaîtront ici.</translation>
    </message>
    <message>
        <source>Nobody has mentioned you yet</source>
        <translation>Personne ne vous a encore mentionné</translation>
    </message>
    <message>
        <source>Replies to you appear here.</source>
        <translation>Les réponses qui vous sont faites apparaîtront ici.</translation>
    </message>
    <message>
        <source>No post matches yet</source>
        <translation>Aucun message ne correspond encore</translation>
    </message>
    <message>
        <source>New matches arrive by themselves. Fewer words find more.</source>
        <translation>Les nouveaux arrivent d’eux-mêmes. Moins de mots trouvent davantage.</translation>
    </message>
    <message>
        <source>No posts with this hashtag yet</source>
        <translation>Aucun message avec ce hashtag</translation>
    </message>
    <message>
        <source>Check the spelling, or try it on another server.</source>
        <translation>Vérifiez l’orthographe ou essayez sur un autre serveur.</translation>
    </message>
    <message>
        <source>This list is empty</source>
        <translation>Cette liste est vide</translation>
    </message>
    <message>
        <source>Add people to it on your server&apos;s website.</source>
        <translation>Ajoutez-y des personnes sur le site de votre serveur.</translation>
    </message>
    <message>
        <source>No bookmarks yet</source>
        <translation>Aucun marque-page pour l’instant</translation>
    </message>
    <message>
        <source>Bookmark a post with D, and it stays here.</source>
        <translation>Ajoutez un marque-page avec la touche D&#xa0;: le message restera ici.</translation>
    </message>
    <message>
        <source>The server found nothing</source>
        <translation>Le serveur n’a rien trouvé</translation>
    </message>
    <message>
        <source>Many servers only search posts of people who agreed to it.</source>
        <translation>Beaucoup de serveurs ne cherchent que chez les personnes qui l’ont accepté.</translation>
    </message>
    <message>
        <source>No posts here yet</source>
        <translation>Aucun message ici pour l’instant</translation>
    </message>
    <message>
        <source>New ones appear by themselves.</source>
        <translation>Les nouveaux apparaîtront d’eux-mêmes.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espace</translation>
    </message>
    <message>
        <source>Room between columns</source>
        <translation>Place entre les colonnes</translation>
    </message>
    <message>
        <source>{count} sources · {accounts}</source>
        <translation>{count} sources · {accounts}</translation>
    </message>
    <message>
        <source>Keywords · {account}</source>
        <translation>Mots-clés · {account}</translation>
    </message>
    <message>
        <source>Keywords · {count} accounts</source>
        <translation>Mots-clés · {count} comptes</translation>
    </message>
</context>
<context>
    <name>ColumnView</name>
    <message>
        <source>Hide again</source>
        <translation>Masquer de nouveau</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Show now</source>
        <translation>Afficher maintenant</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Name of a command</source>
        <translation>Nom d’une commande</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Que voulez-vous faire&#x202f;?</translation>
    </message>
    <message>
        <source>Commands found</source>
        <translation>Commandes trouvées</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Propositions</translation>
    </message>
    <message>
        <source>{count} completions: {first}</source>
        <translation>Propositions&#xa0;: {count}. {first}</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>{missing} pictures have no description. It helps those who cannot see them.</source>
        <translation>{missing} images n’ont pas de description. Les décrire aide celles et ceux qui ne les voient pas.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>Écrivez d’abord quelque chose.</translation>
    </message>
    <message>
        <source>{over} characters too many.</source>
        <translation>Caractères en trop&#xa0;: {over}.</translation>
    </message>
    <message>
        <source>There is a character in the text that {host} does not take.</source>
        <translation>Le texte contient un caractère que {host} n’accepte pas.</translation>
    </message>
    <message>
        <source>A picture has no description. It helps those who cannot see it.</source>
        <translation>Une image n’a pas de description. La décrire aide celles et ceux qui ne la voient pas.</translation>
    </message>
    <message>
        <source>The description of picture {number} is {over} characters too long.</source>
        <translation>La description de l’image {number} est trop longue (caractères en trop&#xa0;: {over}).</translation>
    </message>
    <message>
        <source>{host} takes {limit} pictures at most. Remove some.</source>
        <translation>Images acceptées par {host}&#xa0;: {limit} au plus. Retirez-en.</translation>
    </message>
    <message>
        <source>{host} does not take picture {number}: it is {type}.</source>
        <translation>{host} n’accepte pas l’image {number}&#xa0;: elle est de type {type}.</translation>
    </message>
    <message>
        <source>Picture {number} is too large for {host}.</source>
        <translation>L’image {number} est trop lourde pour {host}.</translation>
    </message>
    <message>
        <source>A post has either pictures or a poll. Remove one of them.</source>
        <translation>Un message contient soit des images, soit un sondage. Retirez l’un des deux.</translation>
    </message>
    <message>
        <source>{host} has no polls. Remove it or change the account.</source>
        <translation>{host} ne propose pas de sondages. Retirez-le ou changez de compte.</translation>
    </message>
    <message>
        <source>A poll needs two answers.</source>
        <translation>Un sondage demande deux réponses.</translation>
    </message>
    <message>
        <source>A poll on {host} has {limit} answers at most.</source>
        <translation>Réponses d’un sondage sur {host}&#xa0;: {limit} au plus.</translation>
    </message>
    <message>
        <source>Answer {number} of the poll is empty.</source>
        <translation>La réponse {number} du sondage est vide.</translation>
    </message>
    <message>
        <source>Answer {number} of the poll is there already.</source>
        <translation>La réponse {number} du sondage y figure déjà.</translation>
    </message>
    <message>
        <source>Answer {number} of the poll is {over} characters too long.</source>
        <translation>La réponse {number} du sondage est trop longue (caractères en trop&#xa0;: {over}).</translation>
    </message>
    <message>
        <source>A poll on {host} is open from {min} to {max}.</source>
        <translation>Sur {host}, un sondage reste ouvert de {min} à {max}.</translation>
    </message>
    <message>
        <source>More people will read this than the post that it answers.</source>
        <translation>Plus de monde lira cette réponse que le message auquel elle répond.</translation>
    </message>
    <message>
        <source>{handles} will see this private conversation from here on.</source>
        <translation>{handles} verra désormais cette conversation privée.</translation>
    </message>
    <message>
        <source>Nobody is mentioned, so nobody will see it.</source>
        <translation>Personne n’est mentionné&#xa0;: personne ne le verra.</translation>
    </message>
    <message>
        <source>{host} cannot post this as “{visibility}”.</source>
        <translation>{host} ne peut pas publier ce message avec la visibilité «&#xa0;{visibility}&#xa0;».</translation>
    </message>
    <message>
        <source>{host} has no content warnings. Remove it or change the account.</source>
        <translation>{host} ne connaît pas les avertissements. Retirez-le ou changez de compte.</translation>
    </message>
    <message>
        <source>{host} cannot quote. Change the account.</source>
        <translation>{host} ne permet pas de citer. Changez de compte.</translation>
    </message>
    <message>
        <source>There is a card number in it: {found}.</source>
        <translation>Il contient un numéro de carte&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>There is a bank account in it: {found}.</source>
        <translation>Il contient un numéro de compte bancaire&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>There is a secret key in it: {found}.</source>
        <translation>Il contient une clé secrète&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>There is a phone number in it: {found}.</source>
        <translation>Il contient un numéro de téléphone&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>There is an e-mail address in it: {found}.</source>
        <translation>Il contient une adresse électronique&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>There is a street address in it: {found}.</source>
        <translation>Il contient une adresse postale&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>You wanted to keep this to yourself: {found}.</source>
        <translation>Vous vouliez garder cela pour vous&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>This account is a personal one, and the text names {found}.</source>
        <translation>Ce compte est personnel, et le texte nomme {found}.</translation>
    </message>
    <message>
        <source>Others cannot open this link, or should not: {found}</source>
        <translation>Les autres ne peuvent pas ouvrir ce lien, ou ne le devraient pas&#xa0;: {found}</translation>
    </message>
    <message>
        <source>A capital for each word lets screen readers say it: {found}.</source>
        <translation>Une majuscule à chaque mot permet aux lecteurs d’écran de le dire&#xa0;: {found}.</translation>
    </message>
    <message>
        <source>There are {count} tags in it.</source>
        <translation>Il contient {count} hashtags.</translation>
    </message>
    <message>
        <source>The post that you answer is {days} days old.</source>
        <translation>Le message auquel vous répondez date de {days} jours.</translation>
    </message>
    <message>
        <source>The text looks like {guessed}, but {chosen} is chosen.</source>
        <translation>Langue probable du texte&#xa0;: {guessed}&#x202f;; langue choisie&#xa0;: {chosen}.</translation>
    </message>
    <message>
        <source>Edit post</source>
        <translation>Modifier le message</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citer</translation>
    </message>
    <message>
        <source>New post</source>
        <translation>Nouveau message</translation>
    </message>
    <message>
        <source>Add an account to post</source>
        <translation>Ajoutez un compte pour publier</translation>
    </message>
    <message>
        <source>Save changes as {name}</source>
        <translation>Enregistrer · {name}</translation>
    </message>
    <message>
        <source>Reply to @{handle} as {name}</source>
        <translation>Répondre à @{handle} · {name}</translation>
    </message>
    <message>
        <source>Reply as {name} · {visibility}</source>
        <translation>Répondre · {name} · {visibility}</translation>
    </message>
    <message>
        <source>Quote as {name} · {visibility}</source>
        <translation>Citer · {name} · {visibility}</translation>
    </message>
    <message>
        <source>Post as {name} · {visibility}</source>
        <translation>Publier · {name} · {visibility}</translation>
    </message>
    <message>
        <source>Post {parts} parts · {accounts} accounts</source>
        <translation>Publier {parts} parties · {accounts} comptes</translation>
    </message>
    <message>
        <source>Post · {accounts} accounts</source>
        <translation>Publier · {accounts} comptes</translation>
    </message>
    <message>
        <source>Post thread · {parts} parts</source>
        <translation>Publier le fil · {parts} parties</translation>
    </message>
    <message>
        <source>The followers of {accounts} accounts, {count} in all, and anyone they show it to.</source>
        <translation>Les abonnés de {accounts} comptes, {count} en tout, et celles et ceux à qui ils le montrent.</translation>
    </message>
    <message>
        <source>{name}: {words}</source>
        <translation>{name}&#xa0;: {words}</translation>
    </message>
    <message>
        <source>Changes a post that is already out</source>
        <translation>Modifie un message déjà publié</translation>
    </message>
    <message>
        <source>In reply to @{handle}</source>
        <translation>En réponse à @{handle}</translation>
    </message>
    <message>
        <source>Quoting @{handle}</source>
        <translation>Citation de @{handle}</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Unlisted</source>
        <translation>Public discret</translation>
    </message>
    <message>
        <source>Followers</source>
        <translation>Abonnés</translation>
    </message>
    <message>
        <source>Mentioned people</source>
        <translation>Personnes mentionnées</translation>
    </message>
    <message>
        <source>This server</source>
        <translation>Ce serveur</translation>
    </message>
    <message>
        <source>anyone, in all timelines</source>
        <translation>tout le monde, dans tous les fils</translation>
    </message>
    <message>
        <source>anyone, but not in public timelines</source>
        <translation>tout le monde, hors des fils publics</translation>
    </message>
    <message>
        <source>only those who follow you</source>
        <translation>uniquement les personnes qui vous suivent</translation>
    </message>
    <message>
        <source>only those whom you mention</source>
        <translation>uniquement les personnes que vous mentionnez</translation>
    </message>
    <message>
        <source>only people of your server</source>
        <translation>uniquement les membres de votre serveur</translation>
    </message>
    <message>
        <source>Anyone on the web, search engines included.</source>
        <translation>Tout le web, moteurs de recherche compris.</translation>
    </message>
    <message>
        <source>Anyone who comes across it, but not in public timelines.</source>
        <translation>Toute personne qui tombe dessus, mais pas dans les fils publics.</translation>
    </message>
    <message>
        <source>Anyone with an account on {host}.</source>
        <translation>Toute personne ayant un compte sur {host}.</translation>
    </message>
    <message>
        <source>Your followers, {people}, and anyone they show it to.</source>
        <translation>Vos abonnés, {people}, et celles et ceux à qui ils le montrent.</translation>
    </message>
    <message>
        <source>Only {people}: nobody follows you yet.</source>
        <translation>Seulement {people}&#xa0;: personne ne vous suit encore.</translation>
    </message>
    <message>
        <source>Your one follower, {people}, and anyone they show it to.</source>
        <translation>La seule personne qui vous suit, {people}, et celles et ceux à qui elles le montrent.</translation>
    </message>
    <message>
        <source>Your {count} followers, {people}, and anyone they show it to.</source>
        <translation>Vos {count} abonnés, {people}, et celles et ceux à qui ils le montrent.</translation>
    </message>
    <message>
        <source>Your followers and anyone they show it to.</source>
        <translation>Vos abonnés et celles et ceux à qui ils le montrent.</translation>
    </message>
    <message>
        <source>Nobody but you: nobody follows you yet.</source>
        <translation>Vous seul&#xa0;: personne ne vous suit encore.</translation>
    </message>
    <message>
        <source>Your one follower and anyone they show it to.</source>
        <translation>La seule personne qui vous suit, et celles et ceux à qui elle le montre.</translation>
    </message>
    <message>
        <source>Your {count} followers and anyone they show it to.</source>
        <translation>Vos {count} abonnés et celles et ceux à qui ils le montrent.</translation>
    </message>
    <message>
        <source>Only you, and the administrators of your server: nobody is mentioned.</source>
        <translation>Vous seul et l’administration de votre serveur&#xa0;: personne n’est mentionné.</translation>
    </message>
    <message>
        <source>Only {people}, and the administrators of your server.</source>
        <translation>Seulement {people} et l’administration de votre serveur.</translation>
    </message>
    <message>
        <source>Only {people}, and the administrators of both servers.</source>
        <translation>Seulement {people} et l’administration des deux serveurs.</translation>
    </message>
    <message>
        <source>Only {people}, and the administrators of all their servers.</source>
        <translation>Seulement {people} et l’administration de tous leurs serveurs.</translation>
    </message>
    <message>
        <source>{people} and {count} others</source>
        <translation>{people} et {count} autres</translation>
    </message>
    <message>
        <source>{people} and {last}</source>
        <translation>{people} et {last}</translation>
    </message>
    <message>
        <source>{name} on {host}</source>
        <translation>{name} sur {host}</translation>
    </message>
    <message>
        <source>{name} on {host}: one follower</source>
        <translation>{name} sur {host}&#xa0;: 1 abonné</translation>
    </message>
    <message>
        <source>{name} on {host}: {count} followers</source>
        <translation>{name} sur {host}&#xa0;: {count} abonnés</translation>
    </message>
    <message>
        <source>{count} character</source>
        <translation>{count} caractère</translation>
    </message>
    <message>
        <source>{count} byte too many</source>
        <translation>{count} octet de trop</translation>
    </message>
    <message>
        <source>{count} character too many</source>
        <translation>{count} caractère de trop</translation>
    </message>
    <message>
        <source>{count} byte left</source>
        <translation>{count} octet restant</translation>
    </message>
    <message>
        <source>{count} character left</source>
        <translation>{count} caractère restant</translation>
    </message>
    <message>
        <source>{count} day</source>
        <translation>{count} jour</translation>
    </message>
    <message>
        <source>{count} hour</source>
        <translation>{count} heure</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} caractères</translation>
    </message>
    <message>
        <source>{count} bytes too many</source>
        <translation>{count} octets de trop</translation>
    </message>
    <message>
        <source>{count} characters too many</source>
        <translation>{count} caractères de trop</translation>
    </message>
    <message>
        <source>{count} bytes left</source>
        <translation>{count} octets restants</translation>
    </message>
    <message>
        <source>{count} characters left</source>
        <translation>{count} caractères restants</translation>
    </message>
    <message>
        <source>{host} did not take this post: {reason}</source>
        <translation>{host} a refusé ce message&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>{host} did not take this post, and did not say why.</source>
        <translation>{host} a refusé ce message sans dire pourquoi.</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Drafts ({count})</source>
        <translation>Brouillons ({count})</translation>
    </message>
    <message>
        <source>Pictures only</source>
        <translation>Images seules</translation>
    </message>
    <message>
        <source>Poll only</source>
        <translation>Sondage seul</translation>
    </message>
    <message>
        <source>To @{handle}: {text}</source>
        <translation>À @{handle}&#xa0;: {text}</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} jours</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} heures</translation>
    </message>
    <message>
        <source>{count} minutes</source>
        <translation>{count} minutes</translation>
    </message>
    <message>
        <source>{count} minute</source>
        <translation>{count} minute</translation>
    </message>
    <message>
        <source>A picture is still being read.</source>
        <translation>Une image est encore en cours de lecture.</translation>
    </message>
    <message>
        <source>Looking up the answered post…</source>
        <translation>Recherche du message auquel vous répondez…</translation>
    </message>
    <message>
        <source>This file could not be read.</source>
        <translation>Ce fichier n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Ce fichier est vide.</translation>
    </message>
    <message>
        <source>This is no picture, film or sound.</source>
        <translation>Ce n’est ni une image, ni une vidéo, ni un son.</translation>
    </message>
    <message>
        <source>Your server does not take such files.</source>
        <translation>Votre serveur n’accepte pas ce type de fichier.</translation>
    </message>
    <message>
        <source>This file is too large for your server.</source>
        <translation>Ce fichier est trop lourd pour votre serveur.</translation>
    </message>
    <message>
        <source>This picture has too many pixels.</source>
        <translation>Cette image a trop de pixels.</translation>
    </message>
    <message>
        <source>This picture is damaged.</source>
        <translation>Cette image est endommagée.</translation>
    </message>
    <message>
        <source>The disk is full: the file was not kept.</source>
        <translation>Le disque est plein&#xa0;: le fichier n’a pas été conservé.</translation>
    </message>
    <message>
        <source>This file could not be added.</source>
        <translation>Ce fichier n’a pas pu être ajouté.</translation>
    </message>
    <message>
        <source>Too late to undo: it is being sent.</source>
        <translation>Trop tard pour annuler&#xa0;: l’envoi est en cours.</translation>
    </message>
    <message>
        <source>Add an account first.</source>
        <translation>Ajoutez d’abord un compte.</translation>
    </message>
    <message>
        <source>Post anyway as {name}</source>
        <translation>Publier quand même · {name}</translation>
    </message>
    <message>
        <source>{host} cannot show that post.</source>
        <translation>{host} ne peut pas afficher ce message.</translation>
    </message>
</context>
<context>
    <name>ComposerEditor</name>
    <message>
        <source>Text of the post</source>
        <translation>Texte du message</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Image collée</translation>
    </message>
</context>
<context>
    <name>ComposerPanel</name>
    <message>
        <source>Composer</source>
        <translation>Rédaction</translation>
    </message>
    <message>
        <source>What is happening?</source>
        <translation>Quoi de neuf&#x202f;?</translation>
    </message>
    <message>
        <source>Add an account to write.</source>
        <translation>Ajoutez un compte pour écrire.</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>Ajouter des images</translation>
    </message>
    <message>
        <source>Keep this one and start another</source>
        <translation>Garder celui-ci et en commencer un autre</translation>
    </message>
    <message>
        <source>Throw this one away</source>
        <translation>Jeter celui-ci</translation>
    </message>
</context>
<context>
    <name>ComposerParts</name>
    <message>
        <source>Content warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Content warning, shown before the text</source>
        <translation>Avertissement affiché avant le texte</translation>
    </message>
    <message>
        <source>Cover the pictures</source>
        <translation>Couvrir les images</translation>
    </message>
    <message>
        <source>Cover the pictures until they are clicked</source>
        <translation>Couvrir les images jusqu’à ce qu’on clique dessus</translation>
    </message>
</context>
<context>
    <name>ComposerTools</name>
    <message>
        <source>Add pictures</source>
        <translation>Ajouter des images</translation>
    </message>
    <message>
        <source>Poll</source>
        <translation>Sondage</translation>
    </message>
    <message>
        <source>Content warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>CW</source>
        <translation>CW</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Émoji</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Fil de messages</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Language: {name}, guessed</source>
        <translation>Langue&#xa0;: {name} (devinée)</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Langue&#xa0;: {name}</translation>
    </message>
    <message>
        <source>Guess from the text</source>
        <translation>Deviner d’après le texte</translation>
    </message>
</context>
<context>
    <name>ContextStrip</name>
    <message>
        <source>Leave it; what is written stays in the drafts</source>
        <translation>Quitter&#x202f;; ce qui est écrit reste dans les brouillons</translation>
    </message>
</context>
<context>
    <name>DeckButton</name>
    <message>
        <source>{name}, {count} new</source>
        <translation>{name}, nouveaux&#xa0;: {count}</translation>
    </message>
    <message>
        <source>{name}, shown</source>
        <translation>{name}, affiché</translation>
    </message>
    <message>
        <source>{name} (Ctrl+{number})</source>
        <translation>{name} (Ctrl+{number})</translation>
    </message>
</context>
<context>
    <name>DeckButtons</name>
    <message>
        <source>Decks</source>
        <translation>Tableaux</translation>
    </message>
</context>
<context>
    <name>DeckMenu</name>
    <message>
        <source>Rename “{name}”…</source>
        <translation>Renommer «&#xa0;{name}&#xa0;»…</translation>
    </message>
    <message>
        <source>New deck…</source>
        <translation>Nouveau tableau…</translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>Retirer «&#xa0;{name}&#xa0;»</translation>
    </message>
    <message>
        <source>Export all decks…</source>
        <translation>Exporter tous les tableaux…</translation>
    </message>
    <message>
        <source>Import decks…</source>
        <translation>Importer des tableaux…</translation>
    </message>
    <message>
        <source>Rename deck</source>
        <translation>Renommer le tableau</translation>
    </message>
    <message>
        <source>Name (empty: its number):</source>
        <translation>Nom (vide&#xa0;: son numéro)&#xa0;:</translation>
    </message>
    <message>
        <source>New deck</source>
        <translation>Nouveau tableau</translation>
    </message>
    <message>
        <source>Name (may stay empty):</source>
        <translation>Nom (peut rester vide)&#xa0;:</translation>
    </message>
    <message>
        <source>Export all decks</source>
        <translation>Exporter tous les tableaux</translation>
    </message>
    <message>
        <source>Decks (*.toml)</source>
        <translation>Tableaux (*.toml)</translation>
    </message>
    <message>
        <source>Import decks</source>
        <translation>Importer des tableaux</translation>
    </message>
    <message>
        <source>Decks (*.toml);;All files (*)</source>
        <translation>Tableaux (*.toml);;Tous les fichiers (*)</translation>
    </message>
</context>
<context>
    <name>DeckView</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
</context>
<context>
    <name>Decks</name>
    <message>
        <source>Deck {number}</source>
        <translation>Tableau {number}</translation>
    </message>
</context>
<context>
    <name>EditKeywordsDialog</name>
    <message>
        <source>Edit keywords</source>
        <translation>Modifier les mots-clés</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Emoji</source>
        <translation>Émojis</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Chercher un émoji</translation>
    </message>
    <message>
        <source>Nothing has that name.</source>
        <translation>Rien ne porte ce nom.</translation>
    </message>
</context>
<context>
    <name>Find</name>
    <message>
        <source>Looking further down…</source>
        <translation>Recherche plus bas…</translation>
    </message>
    <message>
        <source>Nothing further in %n posts</source>
        <translation>Rien d’autre (messages parcourus&#xa0;:&#xa0;%n)</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} sur {count}</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this column</source>
        <translation>Chercher dans cette colonne</translation>
    </message>
    <message>
        <source>Match above</source>
        <translation>Résultat au-dessus</translation>
    </message>
    <message>
        <source>Match below</source>
        <translation>Résultat au-dessous</translation>
    </message>
    <message>
        <source>End finding</source>
        <translation>Fermer la recherche</translation>
    </message>
</context>
<context>
    <name>FoldedColumn</name>
    <message>
        <source>{title}, {count} unread, folded</source>
        <translation>{title}, non lus&#xa0;: {count}, repliée</translation>
    </message>
    <message>
        <source>{title}, folded</source>
        <translation>{title}, repliée</translation>
    </message>
</context>
<context>
    <name>Gap</name>
    <message>
        <source>{older} – {newer}: posts are missing</source>
        <translation>{older} – {newer}&#xa0;: messages manquants</translation>
    </message>
</context>
<context>
    <name>Keywords</name>
    <message>
        <source>What it finds is shown here before you keep it.</source>
        <translation>Ce que trouve la recherche s’affiche ici avant que vous la gardiez.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Nothing yet among the posts at hand. New ones will appear.</source>
        <translation>Rien encore parmi les messages présents. Les nouveaux apparaîtront.</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 résultat</translation>
    </message>
    <message>
        <source>{count} matches and more</source>
        <translation>{count} résultats et plus</translation>
    </message>
    <message>
        <source>{count} matches</source>
        <translation>{count} résultats</translation>
    </message>
</context>
<context>
    <name>KeywordsForm</name>
    <message>
        <source>Search words</source>
        <translation>Mots à chercher</translation>
    </message>
    <message>
        <source>cats OR dogs -birds #photo lang:en</source>
        <translation>chats OR chiens -oiseaux #photo lang:fr</translation>
    </message>
    <message>
        <source>Posts that match</source>
        <translation>Messages correspondants</translation>
    </message>
    <message>
        <source>All of these words</source>
        <translation>Tous ces mots</translation>
    </message>
    <message>
        <source>This phrase</source>
        <translation>Cette expression</translation>
    </message>
    <message>
        <source>Any of these</source>
        <translation>L’un de ces mots</translation>
    </message>
    <message>
        <source>None of these</source>
        <translation>Aucun de ces mots</translation>
    </message>
    <message>
        <source>Hashtags</source>
        <translation>Hashtags</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>A link</source>
        <translation>Lien</translation>
    </message>
    <message>
        <source>A poll</source>
        <translation>Sondage</translation>
    </message>
    <message>
        <source>With {what}</source>
        <translation>Avec {what}</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Avec</translation>
    </message>
    <message>
        <source>Seen by</source>
        <translation>Vu par</translation>
    </message>
    <message>
        <source>This search says more than the form can show. Edit it above.</source>
        <translation>Cette recherche en dit plus que le formulaire ne peut montrer. Modifiez-la au-dessus.</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>What Volière did lately. Passwords and tokens are never written here.</source>
        <translation>Ce que Volière a fait récemment. Mots de passe et jetons n’y figurent jamais.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Volière</source>
        <translation>Volière</translation>
    </message>
</context>
<context>
    <name>Media</name>
    <message>
        <source>image</source>
        <translation>image</translation>
    </message>
    <message>
        <source>animation</source>
        <translation>animation</translation>
    </message>
    <message>
        <source>video</source>
        <translation>vidéo</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>son</translation>
    </message>
    <message>
        <source>file</source>
        <translation>fichier</translation>
    </message>
    <message>
        <source>{n} images</source>
        <translation>{n} images</translation>
    </message>
    <message>
        <source>{n} attachments</source>
        <translation>{n} pièces jointes</translation>
    </message>
</context>
<context>
    <name>MediaStrip</name>
    <message>
        <source>Pictures of the post</source>
        <translation>Images du message</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>Ajouter une image</translation>
    </message>
    <message>
        <source>A picture is being read</source>
        <translation>Une image est en cours de lecture</translation>
    </message>
</context>
<context>
    <name>MediaThumb</name>
    <message>
        <source>no description</source>
        <translation>sans description</translation>
    </message>
    <message>
        <source>Picture {place} of {of}: {alt}</source>
        <translation>Image {place} sur {of}&#xa0;: {alt}</translation>
    </message>
    <message>
        <source>Enter to describe it, Delete to remove it, Alt and an arrow key to move it</source>
        <translation>Entrée pour la décrire, Suppr pour la retirer, Alt et une flèche pour la déplacer</translation>
    </message>
    <message>
        <source>Describe this picture</source>
        <translation>Décrire cette image</translation>
    </message>
    <message>
        <source>Describe…</source>
        <translation>Décrire…</translation>
    </message>
    <message>
        <source>Move to the front</source>
        <translation>Déplacer au début</translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation>Déplacer à la fin</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>ALT</source>
        <translation>ALT</translation>
    </message>
    <message>
        <source>no ALT</source>
        <translation>sans ALT</translation>
    </message>
</context>
<context>
    <name>MediaViewer</name>
    <message>
        <source>Media by {name}</source>
        <translation>Médias de {name}</translation>
    </message>
    <message>
        <source>There is nothing to show</source>
        <translation>Il n’y a rien à montrer</translation>
    </message>
    <message>
        <source>No description</source>
        <translation>Sans description</translation>
    </message>
    <message>
        <source>Picture without description</source>
        <translation>Image sans description</translation>
    </message>
    <message>
        <source>This can only be opened outside Volière</source>
        <translation>Ceci ne peut s’ouvrir qu’en dehors de Volière</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Lire ou mettre en pause</translation>
    </message>
    <message>
        <source>This picture could not be loaded</source>
        <translation>Cette image n’a pas pu être chargée</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Enregistrement…</translation>
    </message>
    <message>
        <source>It cannot be played here. Press O to open it outside.</source>
        <translation>Lecture impossible ici. Appuyez sur O pour l’ouvrir en dehors.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>It could not be saved</source>
        <translation>L’enregistrement a échoué</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Précédent</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>Play in the system’s player</source>
        <translation>Lire dans le lecteur du système</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Ajuster</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>There is no way to {host} just now.</source>
        <translation>Impossible de joindre {host} pour l’instant.</translation>
    </message>
    <message>
        <source>The name {host} was not found.</source>
        <translation>Le nom {host} est introuvable.</translation>
    </message>
    <message>
        <source>{host} refuses connections.</source>
        <translation>{host} refuse les connexions.</translation>
    </message>
    <message>
        <source>{host} takes too long to answer.</source>
        <translation>{host} met trop de temps à répondre.</translation>
    </message>
    <message>
        <source>{host} has no valid certificate.</source>
        <translation>{host} n’a pas de certificat valide.</translation>
    </message>
    <message>
        <source>The proxy does not let us through to {host}.</source>
        <translation>Le serveur mandataire ne laisse pas passer vers {host}.</translation>
    </message>
    <message>
        <source>{name} could not be read.</source>
        <translation>{name} n’a pas pu être lu.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} est vide.</translation>
    </message>
    <message>
        <source>{name} is no picture that Volière knows.</source>
        <translation>{name} n’est pas une image que Volière connaît.</translation>
    </message>
    <message>
        <source>This server does not take files like {name}.</source>
        <translation>Ce serveur n’accepte pas les fichiers comme {name}.</translation>
    </message>
    <message>
        <source>{name} is too large: the server takes up to {limit}.</source>
        <translation>{name} est trop lourd&#xa0;: le serveur accepte jusqu’à {limit}.</translation>
    </message>
    <message>
        <source>{name} is too large for this server.</source>
        <translation>{name} est trop lourd pour ce serveur.</translation>
    </message>
    <message>
        <source>{name} has too many pixels for this server.</source>
        <translation>{name} a trop de pixels pour ce serveur.</translation>
    </message>
    <message>
        <source>{name} is damaged.</source>
        <translation>{name} est endommagé.</translation>
    </message>
    <message>
        <source>The disk is full, so {name} could not be added.</source>
        <translation>Le disque est plein&#xa0;: {name} n’a pas pu être ajouté.</translation>
    </message>
    <message>
        <source>{name} could not be added.</source>
        <translation>{name} n’a pas pu être ajouté.</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Le fichier</translation>
    </message>
    <message>
        <source>The disk is full; nothing new is kept.</source>
        <translation>Le disque est plein&#x202f;; rien de nouveau n’est conservé.</translation>
    </message>
    <message>
        <source>The local database is damaged.</source>
        <translation>La base de données locale est endommagée.</translation>
    </message>
    <message>
        <source>The local database was made by a newer Volière.</source>
        <translation>La base de données locale vient d’une version plus récente de Volière.</translation>
    </message>
    <message>
        <source>The local database cannot be written to.</source>
        <translation>Impossible d’écrire dans la base de données locale.</translation>
    </message>
    <message>
        <source>Another program holds the local database. Close it and try again.</source>
        <translation>Un autre programme occupe la base de données locale. Fermez-le et réessayez.</translation>
    </message>
    <message>
        <source>The local database has a problem.</source>
        <translation>La base de données locale a un problème.</translation>
    </message>
    <message>
        <source>That is not a server&apos;s name. Try something like mastodon.social.</source>
        <translation>Ce n’est pas un nom de serveur. Essayez par exemple mastodon.social.</translation>
    </message>
    <message>
        <source>No server was found there. Check the spelling and your connection.</source>
        <translation>Aucun serveur trouvé à cette adresse. Vérifiez l’orthographe et votre connexion.</translation>
    </message>
    <message>
        <source>There is a website, but no server of that network.</source>
        <translation>Il y a bien un site, mais pas de serveur de ce réseau.</translation>
    </message>
    <message>
        <source>Access was refused in the browser. You can try again at any time.</source>
        <translation>L’accès a été refusé dans le navigateur. Vous pouvez réessayer à tout moment.</translation>
    </message>
    <message>
        <source>The answer did not belong to this sign-in, so it was not used. Try again.</source>
        <translation>La réponse ne correspondait pas à cette connexion et n’a pas été utilisée. Réessayez.</translation>
    </message>
    <message>
        <source>The server has no valid certificate, so the connection would not be safe.</source>
        <translation>Le serveur n’a pas de certificat valide&#xa0;: la connexion ne serait pas sûre.</translation>
    </message>
    <message>
        <source>No answer came in time. Try again when you are ready.</source>
        <translation>Aucune réponse n’est arrivée à temps. Réessayez quand vous voulez.</translation>
    </message>
    <message>
        <source>Signing in was cancelled.</source>
        <translation>La connexion a été annulée.</translation>
    </message>
    <message>
        <source>The server refused to sign you in.</source>
        <translation>Le serveur a refusé de vous connecter.</translation>
    </message>
    <message>
        <source>The server has a problem just now. Try again in a moment.</source>
        <translation>Le serveur a un problème en ce moment. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Plain http is only used for this computer and .onion addresses. Use https.</source>
        <translation>Le http simple ne sert que pour cet ordinateur et les adresses .onion. Utilisez https.</translation>
    </message>
    <message>
        <source>The server does not take that code. Copy it again, whole.</source>
        <translation>Le serveur n’accepte pas ce code. Copiez-le de nouveau, en entier.</translation>
    </message>
    <message>
        <source>The server does not take that name with that password.</source>
        <translation>Le serveur n’accepte pas ce nom avec ce mot de passe.</translation>
    </message>
    <message>
        <source>That is your account&apos;s own password. Make an app password in the network&apos;s settings, and type that one here.</source>
        <translation>C’est le mot de passe de votre compte. Créez un mot de passe d’application dans les réglages du réseau et saisissez celui-là ici.</translation>
    </message>
    <message>
        <source>The browser&apos;s answer cannot be received here. Paste the code instead.</source>
        <translation>La réponse du navigateur ne peut pas être reçue ici. Collez plutôt le code.</translation>
    </message>
    <message>
        <source>Type a word to look for.</source>
        <translation>Saisissez un mot à chercher.</translation>
    </message>
    <message>
        <source>This quotation mark is never closed.</source>
        <translation>Ce guillemet n’est jamais fermé.</translation>
    </message>
    <message>
        <source>This bracket is never closed.</source>
        <translation>Cette parenthèse n’est jamais fermée.</translation>
    </message>
    <message>
        <source>This bracket was never opened.</source>
        <translation>Cette parenthèse n’a jamais été ouverte.</translation>
    </message>
    <message>
        <source>OR needs something on both sides.</source>
        <translation>OR demande quelque chose de chaque côté.</translation>
    </message>
    <message>
        <source>The minus needs a word right after it.</source>
        <translation>Le moins doit être suivi aussitôt d’un mot.</translation>
    </message>
    <message>
        <source>“{value}” is not known. There are from:, lang: and has:.</source>
        <translation>«&#xa0;{value}&#xa0;» est inconnu. Il existe from:, lang: et has:.</translation>
    </message>
    <message>
        <source>Something is missing after “{value}”.</source>
        <translation>Il manque quelque chose après «&#xa0;{value}&#xa0;».</translation>
    </message>
    <message>
        <source>“{value}” is not a language code. Try en, fr or ja.</source>
        <translation>«&#xa0;{value}&#xa0;» n’est pas un code de langue. Essayez fr, en ou ja.</translation>
    </message>
    <message>
        <source>has: takes media, link or poll, not “{value}”.</source>
        <translation>has: accepte media, link ou poll, pas «&#xa0;{value}&#xa0;».</translation>
    </message>
    <message>
        <source>A search needs at least one thing to find, not only what to leave out.</source>
        <translation>Une recherche doit contenir au moins une chose à trouver, pas seulement des exclusions.</translation>
    </message>
    <message>
        <source>This search is too long.</source>
        <translation>Cette recherche est trop longue.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>You seem to be offline. Volière keeps trying.</source>
        <translation>Vous semblez hors ligne. Volière continue d’essayer.</translation>
    </message>
    <message>
        <source>{host} does not answer. Volière keeps trying.</source>
        <translation>{host} ne répond pas. Volière continue d’essayer.</translation>
    </message>
    <message>
        <source>The server asks for a pause. Volière goes on at {until}.</source>
        <translation>Le serveur demande une pause. Volière reprendra à {until}.</translation>
    </message>
    <message>
        <source>The server asks for a pause. Volière goes on by itself.</source>
        <translation>Le serveur demande une pause. Volière reprendra tout seul.</translation>
    </message>
    <message>
        <source>The server has a problem (error {status}). Try again in a moment.</source>
        <translation>Le serveur a un problème (erreur {status}). Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>The server gave an answer that could not be read.</source>
        <translation>Le serveur a donné une réponse illisible.</translation>
    </message>
    <message>
        <source>An account has been signed out.</source>
        <translation>Un compte a été déconnecté.</translation>
    </message>
    <message>
        <source>{account} has been signed out by the server. Nothing is lost.</source>
        <translation>{account} a été déconnecté par le serveur. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>The server does not allow that.</source>
        <translation>Le serveur ne le permet pas.</translation>
    </message>
    <message>
        <source>The server does not allow that: {reason}</source>
        <translation>Le serveur ne le permet pas&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>That is gone, or not visible to this account.</source>
        <translation>Cela a disparu, ou n’est pas visible pour ce compte.</translation>
    </message>
    <message>
        <source>The server refused that.</source>
        <translation>Le serveur a refusé.</translation>
    </message>
    <message>
        <source>The server refused that: {reason}</source>
        <translation>Le serveur a refusé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>This server cannot do that.</source>
        <translation>Ce serveur ne sait pas faire cela.</translation>
    </message>
    <message>
        <source>This computer has no keyring for passwords, so accounts cannot be kept.</source>
        <translation>Cet ordinateur n’a pas de trousseau de mots de passe&#xa0;: les comptes ne peuvent pas être conservés.</translation>
    </message>
    <message>
        <source>The keyring is locked. Unlock it, then try again.</source>
        <translation>Le trousseau est verrouillé. Déverrouillez-le, puis réessayez.</translation>
    </message>
    <message>
        <source>The disk is full. You can read on, but nothing new is kept.</source>
        <translation>Le disque est plein. Vous pouvez continuer à lire, mais rien de nouveau n’est conservé.</translation>
    </message>
    <message>
        <source>The local database was damaged. It was kept as {file}, and a new one begun.</source>
        <translation>La base de données locale était endommagée. Elle a été gardée sous {file}, et une nouvelle a été créée.</translation>
    </message>
    <message>
        <source>The local database was damaged. It was put aside, and a new one begun.</source>
        <translation>La base de données locale était endommagée. Elle a été mise de côté, et une nouvelle a été créée.</translation>
    </message>
    <message>
        <source>The local database was made by a newer Volière. It was kept as {file}.</source>
        <translation>La base de données locale vient d’une version plus récente de Volière. Elle a été gardée sous {file}.</translation>
    </message>
    <message>
        <source>The local database was made by a newer Volière. It was put aside.</source>
        <translation>La base de données locale vient d’une version plus récente de Volière. Elle a été mise de côté.</translation>
    </message>
    <message>
        <source>A settings file could not be read. It was kept as {file}.</source>
        <translation>Un fichier de réglages n’a pas pu être lu. Il a été gardé sous {file}.</translation>
    </message>
    <message>
        <source>A settings file could not be read, and the defaults are used.</source>
        <translation>Un fichier de réglages n’a pas pu être lu&#xa0;: les valeurs par défaut sont utilisées.</translation>
    </message>
    <message>
        <source>Some settings in {file} were not valid, so their defaults are used: {names}.</source>
        <translation>Certains réglages de {file} n’étaient pas valables&#x202f;; leurs valeurs par défaut sont utilisées&#xa0;: {names}.</translation>
    </message>
    <message>
        <source>{file} has entries of a newer Volière ({count}). They are kept, not shown.</source>
        <translation>{file} contient des entrées d’une version plus récente de Volière ({count}). Elles sont gardées, mais pas affichées.</translation>
    </message>
    <message>
        <source>That did not work and was taken back.</source>
        <translation>L’opération a échoué et a été annulée.</translation>
    </message>
    <message>
        <source>That did not work and was taken back: {reason}</source>
        <translation>L’opération a échoué et a été annulée&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Posted.</source>
        <translation>Publié.</translation>
    </message>
    <message>
        <source>Posted as {account}.</source>
        <translation>Publié en tant que {account}.</translation>
    </message>
    <message>
        <source>Your post was refused. It is back in the composer.</source>
        <translation>Votre message a été refusé. Il est revenu dans la rédaction.</translation>
    </message>
    <message>
        <source>Your post was refused: {reason}</source>
        <translation>Votre message a été refusé&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>Your post waits until the server can be reached. It is safe.</source>
        <translation>Votre message attend que le serveur soit joignable. Il est en sûreté.</translation>
    </message>
    <message>
        <source>It is not known whether your post arrived. Volière did not send it twice; look first.</source>
        <translation>On ignore si votre message est arrivé. Volière ne l’a pas envoyé deux fois&#x202f;; vérifiez d’abord.</translation>
    </message>
    <message>
        <source>Removed “{title}”.</source>
        <translation>«&#xa0;{title}&#xa0;» a été retirée.</translation>
    </message>
    <message>
        <source>Column removed.</source>
        <translation>Colonne retirée.</translation>
    </message>
    <message>
        <source>Account added.</source>
        <translation>Compte ajouté.</translation>
    </message>
    <message>
        <source>{account} is signed in.</source>
        <translation>{account} est connecté.</translation>
    </message>
    <message>
        <source>Account signed out.</source>
        <translation>Compte déconnecté.</translation>
    </message>
    <message>
        <source>{account} is signed out and forgotten.</source>
        <translation>{account} est déconnecté et oublié.</translation>
    </message>
    <message>
        <source>Post deleted.</source>
        <translation>Message supprimé.</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Copié.</translation>
    </message>
    <message>
        <source>The server could not be told to forget this app.</source>
        <translation>Le serveur n’a pas pu être prévenu d’oublier cette application.</translation>
    </message>
    <message>
        <source>{account} is signed out here, but the server could not be told. You can remove Volière in its settings.</source>
        <translation>{account} est déconnecté ici, mais le serveur n’a pas pu être prévenu. Vous pouvez retirer Volière dans ses réglages.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. The log has the details.</source>
        <translation>Un problème inattendu est survenu. Le journal en donne les détails.</translation>
    </message>
    <message>
        <source>This account has been signed out.</source>
        <translation>Ce compte a été déconnecté.</translation>
    </message>
    <message>
        <source>Cleared “{title}”.</source>
        <translation>«&#xa0;{title}&#xa0;» a été vidée.</translation>
    </message>
    <message>
        <source>Column cleared.</source>
        <translation>Colonne vidée.</translation>
    </message>
    <message>
        <source>The rule “{rule}” takes too long, so it was stopped. Write it in a simpler way.</source>
        <translation>La règle «&#xa0;{rule}&#xa0;» prend trop de temps et a été arrêtée. Écrivez-la plus simplement.</translation>
    </message>
    <message>
        <source>A rule takes too long, so it was stopped.</source>
        <translation>Une règle prend trop de temps et a été arrêtée.</translation>
    </message>
    <message>
        <source>Removed “{name}” with its columns.</source>
        <translation>«&#xa0;{name}&#xa0;» a été retiré avec ses colonnes.</translation>
    </message>
    <message>
        <source>Deck removed with its columns.</source>
        <translation>Tableau retiré avec ses colonnes.</translation>
    </message>
    <message>
        <source>Your decks are in {file}. No passwords or posts are in it.</source>
        <translation>Vos tableaux sont dans {file}. Il ne contient ni mots de passe ni messages.</translation>
    </message>
    <message>
        <source>Your decks are exported.</source>
        <translation>Vos tableaux sont exportés.</translation>
    </message>
    <message>
        <source>Imported {count} decks. There was no room for {left_out} more.</source>
        <translation>Tableaux importés&#xa0;: {count}. Sans place&#xa0;: {left_out}.</translation>
    </message>
    <message>
        <source>Imported a deck.</source>
        <translation>Un tableau importé.</translation>
    </message>
    <message>
        <source>Imported {count} decks.</source>
        <translation>Tableaux importés&#xa0;: {count}.</translation>
    </message>
    <message>
        <source>Your decks are imported.</source>
        <translation>Vos tableaux sont importés.</translation>
    </message>
    <message>
        <source>{file} is not an exported deck of Volière.</source>
        <translation>{file} n’est pas un tableau exporté de Volière.</translation>
    </message>
    <message>
        <source>That is not an exported deck of Volière.</source>
        <translation>Ce n’est pas un tableau exporté de Volière.</translation>
    </message>
    <message>
        <source>{file} cannot be read or written.</source>
        <translation>{file} ne peut être ni lu ni écrit.</translation>
    </message>
    <message>
        <source>That file cannot be read or written.</source>
        <translation>Ce fichier ne peut être ni lu ni écrit.</translation>
    </message>
</context>
<context>
    <name>NewStrip</name>
    <message>
        <source>1 new</source>
        <translation>1 nouveau</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>{count} nouveaux</translation>
    </message>
    <message>
        <source>{text}, jump to the top</source>
        <translation>{text}, aller en haut</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Notices</source>
        <translation>Avis</translation>
    </message>
</context>
<context>
    <name>NoticeRow</name>
    <message>
        <source>Dismiss</source>
        <translation>Masquer</translation>
    </message>
</context>
<context>
    <name>Notification</name>
    <message>
        <source>Your poll has ended</source>
        <translation>Votre sondage est terminé</translation>
    </message>
    <message>
        <source>A poll you voted in has ended</source>
        <translation>Un sondage auquel vous avez participé est terminé</translation>
    </message>
    <message>
        <source>boosted your post</source>
        <comment>one person</comment>
        <translation>a partagé votre message</translation>
    </message>
    <message>
        <source>boosted your post</source>
        <comment>several people</comment>
        <translation>ont partagé votre message</translation>
    </message>
    <message>
        <source>reacted with {emoji}</source>
        <comment>one person</comment>
        <translation>a réagi avec {emoji}</translation>
    </message>
    <message>
        <source>reacted with {emoji}</source>
        <comment>several people</comment>
        <translation>ont réagi avec {emoji}</translation>
    </message>
    <message>
        <source>did something that Volière does not know yet</source>
        <comment>one person</comment>
        <translation>a fait quelque chose que Volière ne connaît pas encore</translation>
    </message>
    <message>
        <source>did something that Volière does not know yet</source>
        <comment>several people</comment>
        <translation>ont fait quelque chose que Volière ne connaît pas encore</translation>
    </message>
    <message>
        <source>mentioned you</source>
        <comment>one person</comment>
        <translation>vous a mentionné</translation>
    </message>
    <message>
        <source>mentioned you</source>
        <comment>several people</comment>
        <translation>vous ont mentionné</translation>
    </message>
    <message>
        <source>reposted your post</source>
        <comment>one person</comment>
        <translation>a republié votre message</translation>
    </message>
    <message>
        <source>reposted your post</source>
        <comment>several people</comment>
        <translation>ont republié votre message</translation>
    </message>
    <message>
        <source>liked your post</source>
        <comment>one person</comment>
        <translation>a aimé votre message</translation>
    </message>
    <message>
        <source>liked your post</source>
        <comment>several people</comment>
        <translation>ont aimé votre message</translation>
    </message>
    <message>
        <source>followed you</source>
        <comment>one person</comment>
        <translation>vous suit</translation>
    </message>
    <message>
        <source>followed you</source>
        <comment>several people</comment>
        <translation>vous suivent</translation>
    </message>
    <message>
        <source>asks to follow you</source>
        <comment>one person</comment>
        <translation>demande à vous suivre</translation>
    </message>
    <message>
        <source>ask to follow you</source>
        <comment>several people</comment>
        <translation>demandent à vous suivre</translation>
    </message>
    <message>
        <source>edited a post</source>
        <comment>one person</comment>
        <translation>a modifié un message</translation>
    </message>
    <message>
        <source>edited a post</source>
        <comment>several people</comment>
        <translation>ont modifié un message</translation>
    </message>
    <message>
        <source>posted</source>
        <comment>one person</comment>
        <translation>a publié</translation>
    </message>
    <message>
        <source>posted</source>
        <comment>several people</comment>
        <translation>ont publié</translation>
    </message>
    <message>
        <source>quoted your post</source>
        <comment>one person</comment>
        <translation>a cité votre message</translation>
    </message>
    <message>
        <source>quoted your post</source>
        <comment>several people</comment>
        <translation>ont cité votre message</translation>
    </message>
    <message>
        <source>reacted to your post</source>
        <comment>one person</comment>
        <translation>a réagi à votre message</translation>
    </message>
    <message>
        <source>reacted to your post</source>
        <comment>several people</comment>
        <translation>ont réagi à votre message</translation>
    </message>
    <message>
        <source>mentions you</source>
        <translation>vous mentionne</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Renvoyer</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>{sentence} · 1 more part</source>
        <translation>{sentence} · encore 1 partie</translation>
    </message>
    <message>
        <source>{sentence} · {count} more parts</source>
        <translation>{sentence} · encore {count} parties</translation>
    </message>
    <message>
        <source>It may have been posted already as {name}: please look</source>
        <translation>Peut-être déjà publié en tant que {name}&#xa0;: vérifiez</translation>
    </message>
    <message>
        <source>Not sent yet as {name}; next try at {time}</source>
        <translation>Pas encore envoyé en tant que {name}&#x202f;; prochain essai à {time}</translation>
    </message>
    <message>
        <source>Waiting to be sent as {name}</source>
        <translation>En attente d’envoi en tant que {name}</translation>
    </message>
    <message>
        <source>Sending in {seconds} s as {name}</source>
        <translation>Envoi dans {seconds}&#xa0;s depuis {name}</translation>
    </message>
    <message>
        <source>Uploading {percent} % as {name}</source>
        <translation>Téléversement {percent}&#xa0;% depuis {name}</translation>
    </message>
    <message>
        <source>Not sent yet as {name}; trying again</source>
        <translation>Pas encore envoyé en tant que {name}&#x202f;; nouvel essai</translation>
    </message>
    <message>
        <source>Refused, not posted as {name}</source>
        <translation>Refusé, pas publié en tant que {name}</translation>
    </message>
    <message>
        <source>Sending as {name}</source>
        <translation>Envoi depuis {name}</translation>
    </message>
</context>
<context>
    <name>OutboxCard</name>
    <message>
        <source>Upload</source>
        <translation>Téléversement</translation>
    </message>
</context>
<context>
    <name>OutboxStrip</name>
    <message>
        <source>Posts on their way</source>
        <translation>Messages en cours d’envoi</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>et {count} de plus</translation>
    </message>
</context>
<context>
    <name>OverlayScrollBar</name>
    <message>
        <source>Scroll position</source>
        <translation>Position de défilement</translation>
    </message>
</context>
<context>
    <name>PartLine</name>
    <message>
        <source>CW</source>
        <translation>CW</translation>
    </message>
    <message>
        <source>Own content warning of part {number}</source>
        <translation>Avertissement propre à la partie {number}</translation>
    </message>
    <message>
        <source>Content warning of part {number}</source>
        <translation>Avertissement de la partie {number}</translation>
    </message>
    <message>
        <source>Part {number} of {total}: {words}</source>
        <translation>Partie {number} sur {total}&#xa0;: {words}</translation>
    </message>
    <message>
        <source>{count} pict.</source>
        <translation>{count} im.</translation>
    </message>
    <message>
        <source>Pictures of part {number}: {count}</source>
        <translation>Images de la partie {number}&#xa0;: {count}</translation>
    </message>
    <message>
        <source>Picture {number}</source>
        <translation>Image {number}</translation>
    </message>
</context>
<context>
    <name>PlaceMenu</name>
    <message>
        <source>Link menu</source>
        <translation>Menu du lien</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Copy the link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Media menu</source>
        <translation>Menu du média</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Copier l’image</translation>
    </message>
    <message>
        <source>Copy the description</source>
        <translation>Copier la description</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Text menu</source>
        <translation>Menu du texte</translation>
    </message>
    <message>
        <source>Copy the selected text</source>
        <translation>Copier le texte sélectionné</translation>
    </message>
    <message>
        <source>More about this post…</source>
        <translation>Autres actions sur ce message…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>This picture could not be loaded</source>
        <translation>Cette image n’a pas pu être chargée</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>It could not be saved</source>
        <translation>L’enregistrement a échoué</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Film</source>
        <translation>Vidéo</translation>
    </message>
</context>
<context>
    <name>Poll</name>
    <message>
        <source>{n} %</source>
        <translation>{n}&#xa0;%</translation>
    </message>
    <message>
        <source>{count} vote</source>
        <translation>{count} vote</translation>
    </message>
    <message>
        <source>{count} votes</source>
        <translation>{count} votes</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>terminé</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>encore {time}</translation>
    </message>
</context>
<context>
    <name>PollEditor</name>
    <message>
        <source>Poll</source>
        <translation>Sondage</translation>
    </message>
    <message>
        <source>Remove the poll</source>
        <translation>Retirer le sondage</translation>
    </message>
    <message>
        <source>How long the poll is open</source>
        <translation>Durée du sondage</translation>
    </message>
    <message>
        <source>Several answers</source>
        <translation>Choix multiple</translation>
    </message>
    <message>
        <source>Several answers may be chosen</source>
        <translation>Plusieurs réponses peuvent être choisies</translation>
    </message>
    <message>
        <source>Answer {number}</source>
        <translation>Réponse {number}</translation>
    </message>
</context>
<context>
    <name>Post</name>
    <message>
        <source>Boosted by {name}</source>
        <translation>Partagé par {name}</translation>
    </message>
    <message>
        <source>Reposted by {name}</source>
        <translation>Republié par {name}</translation>
    </message>
    <message>
        <source>in reply to you</source>
        <translation>en réponse à vous</translation>
    </message>
    <message>
        <source>continues a thread</source>
        <translation>suite d’une conversation</translation>
    </message>
    <message>
        <source>in reply to {name}</source>
        <translation>en réponse à {name}</translation>
    </message>
    <message>
        <source>in reply to someone</source>
        <translation>en réponse à quelqu’un</translation>
    </message>
    <message>
        <source>{first}, {second} and {third}</source>
        <translation>{first}, {second} et {third}</translation>
    </message>
    <message>
        <source>Someone</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} personnes</translation>
    </message>
    <message>
        <source>{first} and {second}</source>
        <translation>{first} et {second}</translation>
    </message>
    <message>
        <source>{first} and 1 other</source>
        <translation>{first} et 1 autre</translation>
    </message>
    <message>
        <source>{first} and {n} others</source>
        <translation>{first} et {n} autres</translation>
    </message>
    <message>
        <source>{first}, {second} and 1 other</source>
        <translation>{first}, {second} et 1 autre</translation>
    </message>
    <message>
        <source>{first}, {second} and {n} others</source>
        <translation>{first}, {second} et {n} autres</translation>
    </message>
    <message>
        <source>Filtered: {title}</source>
        <translation>Filtré&#xa0;: {title}</translation>
    </message>
    <message>
        <source>edited {when}</source>
        <translation>modifié {when}</translation>
    </message>
    <message>
        <source>This post could not be read: {reason}</source>
        <translation>Ce message n’a pas pu être lu&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>The quoted post waits for its author’s consent</source>
        <translation>Le message cité attend l’accord de son auteur</translation>
    </message>
    <message>
        <source>The quoted post is not available</source>
        <translation>Le message cité n’est pas disponible</translation>
    </message>
</context>
<context>
    <name>PostMenu</name>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Show the thread</source>
        <translation>Afficher la conversation</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>Ouvrir dans le navigateur</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Copier le lien</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Delete this post? It cannot be brought back.</source>
        <translation>Supprimer ce message&#x202f;? Il sera impossible de le récupérer.</translation>
    </message>
    <message>
        <source>Follow {name}</source>
        <translation>Suivre {name}</translation>
    </message>
    <message>
        <source>Mute {name}</source>
        <translation>Masquer {name}</translation>
    </message>
    <message>
        <source>Block {name}…</source>
        <translation>Bloquer {name}…</translation>
    </message>
    <message>
        <source>Block {name}? You will no longer see each other.</source>
        <translation>Bloquer {name}&#x202f;? Vous ne vous verrez plus.</translation>
    </message>
    <message>
        <source>Post menu</source>
        <translation>Menu du message</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Show this post of {name} to your followers?</source>
        <translation>Montrer ce message de {name} à vos abonnés&#x202f;?</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>posts</source>
        <translation>messages</translation>
    </message>
    <message>
        <source>following</source>
        <translation>abonnements</translation>
    </message>
    <message>
        <source>followers</source>
        <translation>abonnés</translation>
    </message>
    <message>
        <source>This is you.</source>
        <translation>C’est vous.</translation>
    </message>
    <message>
        <source>You block this person.</source>
        <translation>Vous bloquez cette personne.</translation>
    </message>
    <message>
        <source>You follow each other.</source>
        <translation>Vous vous suivez mutuellement.</translation>
    </message>
    <message>
        <source>Follows you.</source>
        <translation>Vous suit.</translation>
    </message>
    <message>
        <source>Your request to follow waits for an answer.</source>
        <translation>Votre demande d’abonnement attend une réponse.</translation>
    </message>
    <message>
        <source>Muted: you do not see these posts in your columns.</source>
        <translation>Masqué&#xa0;: ces messages n’apparaissent pas dans vos colonnes.</translation>
    </message>
    <message>
        <source>Unfollow</source>
        <translation>Ne plus suivre</translation>
    </message>
    <message>
        <source>Cancel request</source>
        <translation>Annuler la demande</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Suivre</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ne plus masquer</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Unblock</source>
        <translation>Débloquer</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Block {name}? You will no longer see each other.</source>
        <translation>Bloquer {name}&#x202f;? Vous ne vous verrez plus.</translation>
    </message>
</context>
<context>
    <name>ProfilePanel</name>
    <message>
        <source>Verified</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>Volière</source>
        <translation>Volière</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Accounts and tools</source>
        <translation>Comptes et outils</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Ajouter une colonne</translation>
    </message>
    <message>
        <source>Show or hide the composer</source>
        <translation>Afficher ou masquer la rédaction</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Toutes les commandes</translation>
    </message>
    <message>
        <source>Write as {name}</source>
        <translation>Écrire en tant que {name}</translation>
    </message>
    <message>
        <source>Show my profile</source>
        <translation>Afficher mon profil</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>Comptes…</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
</context>
<context>
    <name>RelativeTime</name>
    <message>
        <source>now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>à l’instant</translation>
    </message>
    <message>
        <source>1 minute ago</source>
        <translation>il y a 1 minute</translation>
    </message>
    <message>
        <source>{n} minutes ago</source>
        <translation>il y a {n} minutes</translation>
    </message>
    <message>
        <source>1 hour ago</source>
        <translation>il y a 1 heure</translation>
    </message>
    <message>
        <source>{n} hours ago</source>
        <translation>il y a {n} heures</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>{n} days ago</source>
        <translation>il y a {n} jours</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n}&#xa0;min</translation>
    </message>
    <message>
        <source>{n} h</source>
        <translation>{n}&#xa0;h</translation>
    </message>
    <message>
        <source>{n} d</source>
        <translation>{n}&#xa0;j</translation>
    </message>
</context>
<context>
    <name>ResizeEdge</name>
    <message>
        <source>Column edge</source>
        <translation>Bord de la colonne</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>%n shown that your rules hide</source>
        <translation>Affichés malgré vos règles&#xa0;:&#xa0;%n</translation>
    </message>
    <message>
        <source>%n hidden by your rules</source>
        <translation>Masqués par vos règles&#xa0;:&#xa0;%n</translation>
    </message>
    <message>
        <source>Nothing passes your rules</source>
        <translation>Rien ne passe vos règles</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>Tout est lu</translation>
    </message>
    <message>
        <source>You cleared this column. New posts appear by themselves.</source>
        <translation>Vous avez vidé cette colonne. Les nouveaux messages apparaîtront d’eux-mêmes.</translation>
    </message>
    <message>
        <source>%n waiting</source>
        <translation>En attente&#xa0;:&#xa0;%n</translation>
    </message>
    <message>
        <source>by words, people or languages: %n</source>
        <translation>par mots, personnes ou langues&#xa0;:&#xa0;%n</translation>
    </message>
    <message>
        <source>in other languages: %n</source>
        <translation>dans d’autres langues&#xa0;:&#xa0;%n</translation>
    </message>
    <message>
        <source>without media: %n</source>
        <translation>sans média&#xa0;:&#xa0;%n</translation>
    </message>
    <message>
        <source>without a link: %n</source>
        <translation>sans lien&#xa0;:&#xa0;%n</translation>
    </message>
    <message>
        <source>boosts: %n</source>
        <translation>partages&#xa0;:&#xa0;%n</translation>
    </message>
    <message>
        <source>replies: %n</source>
        <translation>réponses&#xa0;:&#xa0;%n</translation>
    </message>
    <message>
        <source>by bots: %n</source>
        <translation>de robots&#xa0;:&#xa0;%n</translation>
    </message>
    <message>
        <source>already seen: %n</source>
        <translation>déjà vus&#xa0;:&#xa0;%n</translation>
    </message>
    <message>
        <source>shown in another column: %n</source>
        <translation>affichés dans une autre colonne&#xa0;:&#xa0;%n</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Mot</translation>
    </message>
    <message>
        <source>Characters</source>
        <translation>Caractères</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression rationnelle</translation>
    </message>
    <message>
        <source>Person or server</source>
        <translation>Personne ou serveur</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>This expression cannot be used: {problem}</source>
        <translation>Cette expression ne peut pas être utilisée&#xa0;: {problem}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Heures de silence</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Rédaction</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Vérifications</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thème</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Densité</translation>
    </message>
    <message>
        <source>How much room there is around each post.</source>
        <translation>L’espace laissé autour de chaque message.</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Compacte</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normale</translation>
    </message>
    <message>
        <source>Relaxed</source>
        <translation>Aérée</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>The window changes at once; nothing is lost.</source>
        <translation>La fenêtre change aussitôt&#x202f;; rien n’est perdu.</translation>
    </message>
    <message>
        <source>Show pictures in columns</source>
        <translation>Afficher les images dans les colonnes</translation>
    </message>
    <message>
        <source>Play animations</source>
        <translation>Jouer les animations</translation>
    </message>
    <message>
        <source>Moving avatars, emoji and GIFs.</source>
        <translation>Avatars, émojis et GIF animés.</translation>
    </message>
    <message>
        <source>Show sensitive media at once</source>
        <translation>Afficher d’emblée les médias sensibles</translation>
    </message>
    <message>
        <source>Otherwise it is covered until you ask for it.</source>
        <translation>Sinon, ils restent couverts jusqu’à votre demande.</translation>
    </message>
    <message>
        <source>Open content warnings at once</source>
        <translation>Ouvrir d’emblée les avertissements</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lecture à voix haute</translation>
    </message>
    <message>
        <source>What a screen reader is told of a post, and in which order.</source>
        <translation>Ce qu’un lecteur d’écran dit d’un message, et dans quel ordre.</translation>
    </message>
    <message>
        <source>The author first</source>
        <translation>L’auteur d’abord</translation>
    </message>
    <message>
        <source>The text first</source>
        <translation>Le texte d’abord</translation>
    </message>
    <message>
        <source>The time first</source>
        <translation>L’heure d’abord</translation>
    </message>
    <message>
        <source>Only author, text and media</source>
        <translation>Auteur, texte et médias seulement</translation>
    </message>
    <message>
        <source>Each post in one column only</source>
        <translation>Chaque message dans une seule colonne</translation>
    </message>
    <message>
        <source>Other columns leave it out and count it as hidden.</source>
        <translation>Les autres colonnes l’omettent et le comptent comme masqué.</translation>
    </message>
    <message>
        <source>Receive posts live</source>
        <translation>Recevoir les messages en direct</translation>
    </message>
    <message>
        <source>Otherwise Volière looks for new posts every now and then.</source>
        <translation>Sinon, Volière cherche de temps en temps les nouveaux messages.</translation>
    </message>
    <message>
        <source>Be quiet at night</source>
        <translation>Silence la nuit</translation>
    </message>
    <message>
        <source>No sounds and no notifications; each column&apos;s menu has its alerts.</source>
        <translation>Ni sons ni notifications&#x202f;; les alertes se règlent dans le menu de chaque colonne.</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silence à partir de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silence jusqu’à</translation>
    </message>
    <message>
        <source>Remind me of picture descriptions</source>
        <translation>Me rappeler de décrire les images</translation>
    </message>
    <message>
        <source>A picture without one cannot be read by everybody.</source>
        <translation>Sans description, une image n’est pas lisible par tout le monde.</translation>
    </message>
    <message>
        <source>Time to take a post back</source>
        <translation>Délai pour annuler un envoi</translation>
    </message>
    <message>
        <source>How long a post waits before it leaves. 0: not at all.</source>
        <translation>Temps d’attente d’un message avant son départ. 0&#xa0;: aucun.</translation>
    </message>
    <message>
        <source>Ask before boosting</source>
        <translation>Demander avant de partager</translation>
    </message>
    <message>
        <source>Ask before deleting</source>
        <translation>Demander avant de supprimer</translation>
    </message>
    <message>
        <source>Say nothing</source>
        <translation>Ne rien dire</translation>
    </message>
    <message>
        <source>Tell me</source>
        <translation>Me le dire</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Me demander</translation>
    </message>
    <message>
        <source>Keep it from being sent</source>
        <translation>Empêcher l’envoi</translation>
    </message>
    <message>
        <source>Card numbers and bank accounts</source>
        <translation>Numéros de carte et de compte bancaire</translation>
    </message>
    <message>
        <source>Passwords of programs, private keys</source>
        <translation>Mots de passe de programmes, clés privées</translation>
    </message>
    <message>
        <source>Phone numbers, e-mail addresses</source>
        <translation>Téléphones, adresses électroniques</translation>
    </message>
    <message>
        <source>Street addresses</source>
        <translation>Adresses postales</translation>
    </message>
    <message>
        <source>Links into a private network</source>
        <translation>Liens vers un réseau privé</translation>
    </message>
    <message>
        <source>Confidential words</source>
        <translation>Mots confidentiels</translation>
    </message>
    <message>
        <source>These words</source>
        <translation>Ces mots</translation>
    </message>
    <message>
        <source>Parted by commas. They stay on this computer.</source>
        <translation>Séparés par des virgules. Ils restent sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Company names, in posts of a personal account</source>
        <translation>Noms d’entreprises (compte personnel)</translation>
    </message>
    <message>
        <source>These companies</source>
        <translation>Ces entreprises</translation>
    </message>
    <message>
        <source>Parted by commas. An account named like one may say its name.</source>
        <translation>Séparées par des virgules. Un compte qui en porte le nom peut le dire.</translation>
    </message>
    <message>
        <source>More readers than the post that is answered</source>
        <translation>Plus de lecteurs que le message d’origine</translation>
    </message>
    <message>
        <source>Answers to old posts</source>
        <translation>Réponses à d’anciens messages</translation>
    </message>
    <message>
        <source>Days after which a post is old</source>
        <translation>Jours après lesquels un message est ancien</translation>
    </message>
    <message>
        <source>Tags without capitals, or too many</source>
        <translation>Hashtags sans majuscules, ou trop nombreux</translation>
    </message>
    <message>
        <source>Most tags</source>
        <translation>Nombre maximal de hashtags</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Serveur mandataire (proxy)</translation>
    </message>
    <message>
        <source>Used for everything: posts, live connections and pictures.</source>
        <translation>Utilisé pour tout&#xa0;: messages, connexions en direct et images.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS5 (it looks up names, too)</source>
        <translation>SOCKS5 (résout aussi les noms)</translation>
    </message>
    <message>
        <source>Proxy&apos;s address</source>
        <translation>Adresse du proxy</translation>
    </message>
    <message>
        <source>Proxy&apos;s port</source>
        <translation>Port du proxy</translation>
    </message>
    <message>
        <source>Posts kept in each column</source>
        <translation>Messages gardés par colonne</translation>
    </message>
    <message>
        <source>Older ones can be loaded again from the server.</source>
        <translation>Les plus anciens peuvent être rechargés depuis le serveur.</translation>
    </message>
    <message>
        <source>Days that posts are kept</source>
        <translation>Jours de conservation des messages</translation>
    </message>
    <message>
        <source>Pictures kept on disk</source>
        <translation>Images gardées sur le disque</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>Mo</translation>
    </message>
    <message>
        <source>This could not be written to disk. It holds until you quit.</source>
        <translation>L’écriture sur le disque a échoué. Le réglage vaut jusqu’à la fermeture.</translation>
    </message>
    <message>
        <source>That value cannot be used.</source>
        <translation>Cette valeur ne peut pas être utilisée.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Sections</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Back to defaults</source>
        <translation>Valeurs par défaut</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Writing</source>
        <translation>Rédaction</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Decks</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <source>In a column</source>
        <translation>Dans une colonne</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenêtre</translation>
    </message>
    <message>
        <source>Write a post</source>
        <translation>Écrire un message</translation>
    </message>
    <message>
        <source>Show or hide the composer</source>
        <translation>Afficher ou masquer la rédaction</translation>
    </message>
    <message>
        <source>Add a column…</source>
        <translation>Ajouter une colonne…</translation>
    </message>
    <message>
        <source>Search for keywords…</source>
        <translation>Chercher des mots-clés…</translation>
    </message>
    <message>
        <source>Find in this column</source>
        <translation>Chercher dans cette colonne</translation>
    </message>
    <message>
        <source>Remove this column</source>
        <translation>Retirer cette colonne</translation>
    </message>
    <message>
        <source>Bring back the last column</source>
        <translation>Rétablir la dernière colonne</translation>
    </message>
    <message>
        <source>Rename this column…</source>
        <translation>Renommer cette colonne…</translation>
    </message>
    <message>
        <source>Refresh this column</source>
        <translation>Actualiser cette colonne</translation>
    </message>
    <message>
        <source>Refresh all columns</source>
        <translation>Actualiser toutes les colonnes</translation>
    </message>
    <message>
        <source>Mark this column as read</source>
        <translation>Marquer cette colonne comme lue</translation>
    </message>
    <message>
        <source>Mark this column as read and clear it</source>
        <translation>Marquer cette colonne comme lue et la vider</translation>
    </message>
    <message>
        <source>This column&apos;s sources, rules and pace…</source>
        <translation>Sources, règles et rythme de cette colonne…</translation>
    </message>
    <message>
        <source>Go to the column on the left</source>
        <translation>Aller à la colonne de gauche</translation>
    </message>
    <message>
        <source>Go to the column on the right</source>
        <translation>Aller à la colonne de droite</translation>
    </message>
    <message>
        <source>Move this column left</source>
        <translation>Déplacer cette colonne à gauche</translation>
    </message>
    <message>
        <source>Move this column right</source>
        <translation>Déplacer cette colonne à droite</translation>
    </message>
    <message>
        <source>Make this column wider</source>
        <translation>Élargir cette colonne</translation>
    </message>
    <message>
        <source>Make this column narrower</source>
        <translation>Rétrécir cette colonne</translation>
    </message>
    <message>
        <source>Fit this column to the room left</source>
        <translation>Ajuster cette colonne à la place restante</translation>
    </message>
    <message>
        <source>Let this column share the room left, or not</source>
        <translation>Laisser ou non cette colonne partager la place restante</translation>
    </message>
    <message>
        <source>Fold or open this column</source>
        <translation>Replier ou ouvrir cette colonne</translation>
    </message>
    <message>
        <source>Show only this column, or all again</source>
        <translation>Afficher cette colonne seule, ou toutes de nouveau</translation>
    </message>
    <message>
        <source>Add a space between columns</source>
        <translation>Ajouter un espace entre les colonnes</translation>
    </message>
    <message>
        <source>Go to column {number}</source>
        <translation>Aller à la colonne {number}</translation>
    </message>
    <message>
        <source>Close a thread or profile that was opened beside</source>
        <translation>Fermer une conversation ou un profil ouvert à côté</translation>
    </message>
    <message>
        <source>New deck…</source>
        <translation>Nouveau tableau…</translation>
    </message>
    <message>
        <source>Rename this deck…</source>
        <translation>Renommer ce tableau…</translation>
    </message>
    <message>
        <source>Remove this deck</source>
        <translation>Retirer ce tableau</translation>
    </message>
    <message>
        <source>Go to the next deck</source>
        <translation>Aller au tableau suivant</translation>
    </message>
    <message>
        <source>Go to the deck before</source>
        <translation>Aller au tableau précédent</translation>
    </message>
    <message>
        <source>Export all decks…</source>
        <translation>Exporter tous les tableaux…</translation>
    </message>
    <message>
        <source>Import decks…</source>
        <translation>Importer des tableaux…</translation>
    </message>
    <message>
        <source>Go to deck {number}</source>
        <translation>Aller au tableau {number}</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Ajouter un compte…</translation>
    </message>
    <message>
        <source>Accounts…</source>
        <translation>Comptes…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Réglages…</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Plein écran</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>Chercher une commande…</translation>
    </message>
    <message>
        <source>Open this menu</source>
        <translation>Ouvrir ce menu</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Afficher le journal</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>Copier le journal</translation>
    </message>
    <message>
        <source>About Volière</source>
        <translation>À propos de Volière</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Next post</source>
        <translation>Message suivant</translation>
    </message>
    <message>
        <source>Previous post</source>
        <translation>Message précédent</translation>
    </message>
    <message>
        <source>Newest post</source>
        <translation>Message le plus récent</translation>
    </message>
    <message>
        <source>Show the thread (also Return)</source>
        <translation>Afficher la conversation (ou Entrée)</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>Boost or take it back</source>
        <translation>Partager ou annuler le partage</translation>
    </message>
    <message>
        <source>Favourite or take it back</source>
        <translation>Ajouter aux favoris ou en retirer</translation>
    </message>
    <message>
        <source>Bookmark or take it back</source>
        <translation>Ajouter aux marque-pages ou en retirer</translation>
    </message>
    <message>
        <source>Open or close a content warning</source>
        <translation>Ouvrir ou refermer un avertissement</translation>
    </message>
    <message>
        <source>Show or cover sensitive media</source>
        <translation>Montrer ou couvrir les médias sensibles</translation>
    </message>
    <message>
        <source>Look at pictures</source>
        <translation>Regarder les images</translation>
    </message>
    <message>
        <source>Show the author&apos;s profile</source>
        <translation>Afficher le profil de l’auteur</translation>
    </message>
    <message>
        <source>Open the link</source>
        <translation>Ouvrir le lien</translation>
    </message>
    <message>
        <source>Copy the selection or the post</source>
        <translation>Copier la sélection ou le message</translation>
    </message>
    <message>
        <source>All that can be done with a post</source>
        <translation>Tout ce qu’on peut faire d’un message</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Raccourcis clavier</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Change a key…</source>
        <translation>Changer une touche…</translation>
    </message>
    <message>
        <source>All as they were made</source>
        <translation>Toutes comme à l’origine</translation>
    </message>
</context>
<context>
    <name>SignIn</name>
    <message>
        <source>Looking for the server…</source>
        <translation>Recherche du serveur…</translation>
    </message>
    <message>
        <source>Introducing Volière to the server…</source>
        <translation>Présentation de Volière au serveur…</translation>
    </message>
    <message>
        <source>Say yes in your browser, then come back here.</source>
        <translation>Acceptez dans votre navigateur, puis revenez ici.</translation>
    </message>
    <message>
        <source>Signing you in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>You are signed in, but this computer&apos;s keyring is locked, so the sign-in cannot be kept safely. Unlock the keyring and try again, or keep it for this run only.</source>
        <translation>Vous êtes connecté, mais le trousseau de cet ordinateur est verrouillé&#xa0;: la connexion ne peut pas être conservée en sûreté. Déverrouillez le trousseau et réessayez, ou gardez-la pour cette session seulement.</translation>
    </message>
    <message>
        <source>You are signed in, but this computer has no keyring, so the sign-in cannot be kept safely; Volière never writes it to a file. You can use the account until you quit.</source>
        <translation>Vous êtes connecté, mais cet ordinateur n’a pas de trousseau&#xa0;: la connexion ne peut pas être conservée en sûreté&#x202f;; Volière ne l’écrit jamais dans un fichier. Vous pouvez utiliser le compte jusqu’à la fermeture.</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Paste a code instead</source>
        <translation>Coller plutôt un code</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>App password</source>
        <translation>Mot de passe d’application</translation>
    </message>
    <message>
        <source>Make an app password…</source>
        <translation>Créer un mot de passe d’application…</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Waiting for your browser</source>
        <translation>En attente de votre navigateur</translation>
    </message>
    <message>
        <source>Did the browser not open? Open this address yourself:</source>
        <translation>Le navigateur ne s’est pas ouvert&#x202f;? Ouvrez vous-même cette adresse&#xa0;:</translation>
    </message>
    <message>
        <source>Address of the server&apos;s sign-in page</source>
        <translation>Adresse de la page de connexion du serveur</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Say yes on the server&apos;s page. It then shows a code: paste it here.</source>
        <translation>Acceptez sur la page du serveur. Elle affiche alors un code&#xa0;: collez-le ici.</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Try the keyring again</source>
        <translation>Réessayer le trousseau</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Keep for this run only</source>
        <translation>Garder pour cette session</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>Loading posts…</source>
        <translation>Chargement des messages…</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>every {count} s</source>
        <translation>toutes les {count}&#xa0;s</translation>
    </message>
    <message>
        <source>every {count} min</source>
        <translation>toutes les {count}&#xa0;min</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>chargement</translation>
    </message>
    <message>
        <source>Loading posts…</source>
        <translation>Chargement des messages…</translation>
    </message>
    <message>
        <source>live</source>
        <translation>en direct</translation>
    </message>
    <message>
        <source>Live: new posts appear at once</source>
        <translation>En direct&#xa0;: les nouveaux messages apparaissent aussitôt</translation>
    </message>
    <message>
        <source>Looks for new posts {every}</source>
        <translation>Cherche de nouveaux messages {every}</translation>
    </message>
    <message>
        <source>Volière tries again by itself.</source>
        <translation>Volière réessaie tout seul.</translation>
    </message>
    <message>
        <source>The next try is at {time}.</source>
        <translation>Prochain essai à {time}.</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>hors ligne</translation>
    </message>
    <message>
        <source>The server cannot be reached</source>
        <translation>Serveur injoignable</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Essayer maintenant</translation>
    </message>
    <message>
        <source>limit until {time}</source>
        <translation>limite jusqu’à {time}</translation>
    </message>
    <message>
        <source>Limit reached until {time}</source>
        <translation>Limite atteinte jusqu’à {time}</translation>
    </message>
    <message>
        <source>The server asks for a pause. Volière goes on by itself.</source>
        <translation>Le serveur demande une pause. Volière reprendra tout seul.</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>verrouillé</translation>
    </message>
    <message>
        <source>The keyring is locked</source>
        <translation>Le trousseau est verrouillé</translation>
    </message>
    <message>
        <source>Unlock this computer&apos;s keyring, then try again.</source>
        <translation>Déverrouillez le trousseau de cet ordinateur, puis réessayez.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>signed out</source>
        <translation>déconnecté</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnecté</translation>
    </message>
    <message>
        <source>The server no longer knows this sign-in. Your column is kept.</source>
        <translation>Le serveur ne reconnaît plus cette connexion. Votre colonne est gardée.</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Se reconnecter</translation>
    </message>
    <message>
        <source>This server does not offer this column.</source>
        <translation>Ce serveur ne propose pas cette colonne.</translation>
    </message>
    <message>
        <source>It is gone, or not visible to this account.</source>
        <translation>Cela a disparu, ou n’est pas visible pour ce compte.</translation>
    </message>
    <message>
        <source>The server does not show this to this account.</source>
        <translation>Le serveur ne montre pas cela à ce compte.</translation>
    </message>
    <message>
        <source>The server has a problem just now.</source>
        <translation>Le serveur a un problème en ce moment.</translation>
    </message>
    <message>
        <source>The server refused this.</source>
        <translation>Le serveur a refusé.</translation>
    </message>
    <message>
        <source>These keywords have a mistake. Edit them in the menu.</source>
        <translation>Ces mots-clés contiennent une erreur. Modifiez-les dans le menu.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>Un problème est survenu.</translation>
    </message>
    <message>
        <source>{sentence} It says: {reason}</source>
        <translation>{sentence} Il dit&#xa0;: {reason}</translation>
    </message>
    <message>
        <source>error</source>
        <translation>erreur</translation>
    </message>
    <message>
        <source>This column could not be loaded</source>
        <translation>Cette colonne n’a pas pu être chargée</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
</context>
<context>
    <name>StripButton</name>
    <message>
        <source>{title}, {count} unread</source>
        <translation>{title}, non lus&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>ThreadStrip</name>
    <message>
        <source>Parts of the thread</source>
        <translation>Parties du fil</translation>
    </message>
    <message>
        <source>Cut here</source>
        <translation>Couper ici</translation>
    </message>
    <message>
        <source>Begin a new part at the cursor</source>
        <translation>Commencer une nouvelle partie au curseur</translation>
    </message>
    <message>
        <source>Begin a new part at the cursor (Ctrl+Shift+Enter)</source>
        <translation>Commencer une nouvelle partie au curseur (Ctrl+Maj+Entrée)</translation>
    </message>
    <message>
        <source>Number the parts</source>
        <translation>Numéroter les parties</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Sensitive · Show</source>
        <translation>Sensible · Montrer</translation>
    </message>
    <message>
        <source>No description</source>
        <translation>Sans description</translation>
    </message>
    <message>
        <source>Filling…</source>
        <translation>Remplissage…</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Combler</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>Voter</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Montrer</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Replier</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Voir moins</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>Voir plus</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>Posts</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>UnreadPill</name>
    <message>
        <source>{count} unread</source>
        <translation>Non lus&#xa0;: {count}</translation>
    </message>
</context>
<context>
    <name>Visibility</name>
    <message>
        <source>unlisted</source>
        <translation>public discret</translation>
    </message>
    <message>
        <source>followers only</source>
        <translation>abonnés seulement</translation>
    </message>
    <message>
        <source>only people mentioned</source>
        <translation>personnes mentionnées seulement</translation>
    </message>
    <message>
        <source>this server only</source>
        <translation>ce serveur seulement</translation>
    </message>
</context>
<context>
    <name>VisibilityButton</name>
    <message>
        <source>Who can see it: {who}</source>
        <translation>Qui peut le voir&#xa0;: {who}</translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>Mastodon</source>
        <translation>Mastodon</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Messages</translation>
    </message>
    <message>
        <source>Boost</source>
        <translation>Partager</translation>
    </message>
    <message>
        <source>Undo boost</source>
        <translation>Annuler le partage</translation>
    </message>
    <message>
        <source>{name} boosted</source>
        <translation>{name} a partagé</translation>
    </message>
    <message>
        <source>Favourite</source>
        <translation>Ajouter aux favoris</translation>
    </message>
    <message>
        <source>Undo favourite</source>
        <translation>Retirer des favoris</translation>
    </message>
    <message>
        <source>{name} favourited your post</source>
        <translation>{name} a ajouté votre message à ses favoris</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>Favoris</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Ajouter aux marque-pages</translation>
    </message>
    <message>
        <source>Remove bookmark</source>
        <translation>Retirer des marque-pages</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Citer</translation>
    </message>
    <message>
        <source>Local</source>
        <translation>Fil local</translation>
    </message>
    <message>
        <source>Federated</source>
        <translation>Fil fédéré</translation>
    </message>
    <message>
        <source>Hashtag</source>
        <translation>Hashtag</translation>
    </message>
    <message>
        <source>On which server is your account? A name, your whole handle or an address.</source>
        <translation>Sur quel serveur est votre compte&#x202f;? Un nom, votre identifiant complet ou une adresse.</translation>
    </message>
    <message>
        <source>Volière works with Mastodon, GoToSocial, Pleroma, Akkoma, Friendica, Takahē and Pixelfed. Your password is only typed in your browser.</source>
        <translation>Volière fonctionne avec Mastodon, GoToSocial, Pleroma, Akkoma, Friendica, Takahē et Pixelfed. Votre mot de passe ne se saisit que dans votre navigateur.</translation>
    </message>
    <message>
        <source>mastodon.social or @name@example.org</source>
        <translation>mastodon.social ou @nom@exemple.org</translation>
    </message>
    <message>
        <source>Bluesky</source>
        <translation>Bluesky</translation>
    </message>
    <message>
        <source>Type your handle and an app password.</source>
        <translation>Saisissez votre identifiant et un mot de passe d’application.</translation>
    </message>
    <message>
        <source>An app password is made for one program and can be taken back at any time. Your account&apos;s own password is not asked for. Any server of the AT Protocol will do; yours is found by your handle.</source>
        <translation>Un mot de passe d’application est fait pour un seul programme et peut être révoqué à tout moment. Le mot de passe de votre compte n’est pas demandé. Tout serveur du protocole AT convient&#x202f;; le vôtre est trouvé grâce à votre identifiant.</translation>
    </message>
    <message>
        <source>Found by your handle</source>
        <translation>Trouvé grâce à votre identifiant</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Repost</source>
        <translation>Republier</translation>
    </message>
    <message>
        <source>Undo repost</source>
        <translation>Annuler la republication</translation>
    </message>
    <message>
        <source>{name} reposted</source>
        <translation>{name} a republié</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>J’aime</translation>
    </message>
    <message>
        <source>Undo like</source>
        <translation>Je n’aime plus</translation>
    </message>
    <message>
        <source>{name} liked your post</source>
        <translation>{name} a aimé votre message</translation>
    </message>
    <message>
        <source>Likes</source>
        <translation>J’aime</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Tout le monde</translation>
    </message>
    <message>
        <source>On which server is your account?</source>
        <translation>Sur quel serveur est votre compte&#x202f;?</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>An empty deck</source>
        <translation>Un tableau vide</translation>
    </message>
    <message>
        <source>Add a column: your home, notifications, a hashtag, or keywords to watch.</source>
        <translation>Ajoutez une colonne&#xa0;: votre accueil, les notifications, un hashtag ou des mots-clés à suivre.</translation>
    </message>
    <message>
        <source>Add a column</source>
        <translation>Ajouter une colonne</translation>
    </message>
    <message>
        <source>Welcome to Volière</source>
        <translation>Bienvenue dans Volière</translation>
    </message>
    <message>
        <source>Your timelines and keywords, side by side and live. Begin with an account.</source>
        <translation>Vos fils et vos mots-clés, côte à côte et en direct. Commencez par un compte.</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Only looking? Start “voliere --demo” to try everything with invented people; nothing leaves this computer.</source>
        <translation>Juste pour voir&#x202f;? Lancez «&#xa0;voliere --demo&#xa0;» pour tout essayer avec des personnes inventées&#x202f;; rien ne quitte cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>All commands</source>
        <translation>Toutes les commandes</translation>
    </message>
</context>
<context>
    <name>WindowDialogs</name>
    <message>
        <source>About Volière</source>
        <translation>À propos de Volière</translation>
    </message>
    <message>
        <source>Volière {version}</source>
        <translation>Volière {version}</translation>
    </message>
    <message>
        <source>Your timelines and keywords, side by side.
Free software under the MIT licence. Typeface: Inter (SIL Open Font Licence).</source>
        <translation>Vos fils et vos mots-clés, côte à côte.
Logiciel libre sous licence MIT. Police&#xa0;: Inter (SIL Open Font Licence).</translation>
    </message>
</context>
</TS>
