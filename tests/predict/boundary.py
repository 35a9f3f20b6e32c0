"""Invented commitments on both sides of each boundary rule of the codebook.

By rule: title, text, and the categories it must carry; those without any are the rule's other side.
"""

from factories import A2J, JOG, OJI

NONE: tuple = ()
CASES = {
    "B1": (
        ("Company register online", "The Ministry of Justice will digitise the register of companies.", NONE),
        ("Staff of the ministry", "The Ministry of Justice will move its staff files to a new server.", NONE),
        ("Village legal aid", "The Ministry of Transport will pay for free legal aid in villages.", [A2J]),
    ),
    "B2": (
        ("Judgments for all", "The supreme court will publish all its judgments in an open database.", [OJI]),
        ("Court figures", "Courts will publish open data on pending cases and their length.", [OJI]),
        ("Timetables", "The transport agency will publish all its timetables in an open database.", NONE),
    ),
    "B3": (
        ("Open hearings", "Public hearings of the courts will be open and streamed online.", [OJI]),
        ("Servers", "The courts will buy a new system for the internal management of files.", NONE),
    ),
    "B4": (
        (
            "More legal aid",
            "Legal aid lawyers will help poor people free of charge in every district.",
            [A2J],
        ),
        ("Reports of the water board", "The water board publishes reports on its performance.", NONE),
    ),
    "B5": (
        ("Police complaints", "Publish how complaints against police officers were decided.", [OJI]),
        ("Use of force", "The police will publish data on the use of force and on complaints.", [OJI]),
        ("Safer streets", "The police will add patrols and an emergency line to prevent crime.", NONE),
        ("Crime map", "The city will publish a map of thefts by neighbourhood.", NONE),
    ),
    "B6": (
        ("Information appeals", "Refused requests for information can be appealed to a commissioner.", [JOG]),
        ("Binding orders", "The information commissioner may issue binding orders and fines.", [JOG]),
        ("Information portal", "A portal will let citizens send requests for information.", NONE),
        ("Information law", "Parliament will adopt a law on access to public information.", NONE),
    ),
    "B7": (
        ("Special court", "Set up a special anti-corruption court and prosecutor.", [JOG]),
        ("Ethics lessons", "Train all civil servants in ethics and integrity.", NONE),
        ("Declarations online", "Publish the asset declarations of ministers online.", NONE),
    ),
    "B8": (
        ("Wiretap figures", "Courts will publish statistics on the surveillance they approve.", [OJI]),
        ("Data protection", "All agencies will name a data protection officer.", NONE),
    ),
    "B9": (
        (
            "Legal identity",
            "Mobile teams register births of stateless people so they can claim their rights.",
            [A2J],
        ),
        ("Faster certificates", "Birth certificates will be issued within one hour at every counter.", NONE),
    ),
    "B10": (
        ("Feedback line", "A call centre will collect feedback on waste collection.", NONE),
        ("E-petitions", "Citizens will sign petitions to parliament online.", NONE),
    ),
    "B11": (
        ("Ombudsman on information", "The ombudsman will decide on refused requests for information.", [JOG]),
        ("Ombudsman for people", "The ombudsman will hear people's complaints of rights violations.", [A2J]),
        ("Ministry desk", "The ministry opens a help desk for questions about its services.", NONE),
    ),
    "B12": (
        ("Green courts", "Set up environmental courts where residents may sue polluters.", [JOG]),
        ("Defenders", "Protect environmental defenders from attacks under the Escazu agreement.", [JOG]),
        ("Air data", "Publish hourly data on air quality.", NONE),
        ("Fair parks", "Use an environmental justice index to decide where to plant trees.", NONE),
    ),
    "B13": (
        ("Protection orders", "Survivors of domestic violence get protection orders and legal aid.", [A2J]),
        ("Shelter budget", "Double the budget of shelters for women and publish it.", NONE),
    ),
    "B14": (
        (
            "Laws in plain words",
            "A free portal will explain the laws to the public in plain language.",
            [A2J],
        ),
        ("Drafts of laws", "A portal will let people comment on drafts of regulations.", NONE),
    ),
    "B15": (
        ("Bid protests", "A procurement review board will decide on bid protests by companies.", [JOG]),
        ("Open contracts", "Publish all procurement contracts as open data.", NONE),
        ("Open parliament", "Parliament will broadcast its committees and publish its votes.", NONE),
        ("Citizens' budget", "The ministry of finance will publish a citizens' budget.", NONE),
    ),
    "B16": (
        ("Rights plan", "Draft a national human rights plan with civil society.", NONE),
        (
            "Rights complaints",
            "Victims of human rights violations can file complaints and get remedies.",
            [A2J],
        ),
    ),
    "B17": (
        (
            "Open budget portal",
            "Status quo or problem: People cannot get legal aid and courts are slow.\n"
            "Commitment description: We will publish the budget.",
            NONE,
        ),
        (
            "Legal aid in the valleys",
            "Status quo or problem: The valleys are far away.\n"
            "Commitment description: We will open free legal aid offices.",
            [A2J],
        ),
    ),
    "B18": (
        (
            "Open and near courts",
            "Publish all court judgments online. Give free legal aid to people in villages.",
            [A2J, OJI],
        ),
    ),
    "B19": (
        ("New courthouse", "Build a new courthouse with forty rooms and air conditioning.", NONE),
        ("Judges abroad", "Judges will take a course on maritime insurance.", NONE),
    ),
    "B20": (
        ("Stolen assets", "Recover stolen assets and confiscate the proceeds of corruption.", [JOG]),
        ("Strategy", "Adopt a strategy against corruption for the next ten years.", NONE),
    ),
    "B21": (
        ("Commission", "Set up an independent information commission with binding powers.", [JOG]),
        ("Council", "A council of ministers will coordinate digital policy.", NONE),
    ),
    "B22": (
        ("Checked declarations", "Asset declarations will be verified against tax and bank records.", [JOG]),
        ("New declarations", "Mayors must declare their gifts from next year.", NONE),
    ),
    "B23": (
        ("Whistleblowers", "A law will protect whistleblowers from dismissal.", [JOG]),
        ("Safe channel", "A secure channel will let whistleblowers report corruption anonymously.", [JOG]),
        ("Suggestions", "A box will collect ideas from staff.", NONE),
    ),
    "B24": (
        ("Review board", "The procurement review board will hear the bid protests of companies.", [JOG]),
        ("Hearings of the council", "The town council will open its meetings and publish its minutes.", NONE),
    ),
    "B25": (
        ("Case figures", "Prosecutors and courts will publish data on their cases and convictions.", [OJI]),
        ("Thefts", "Publish the number of burglaries in each district.", NONE),
    ),
    "B26": (
        ("Complaints about judges", "The judicial council will publish complaints against judges.", [OJI]),
        ("A new district", "Redraw the districts of the postal service.", NONE),
    ),
    "B27": (("Free legal aid for fish", "", [A2J]), ("Bus timetables", "", NONE)),
    "B28": (
        (
            "Know your rights",
            "A campaign will tell workers what their rights are and how to claim them.",
            [A2J],
        ),
        ("How to renew a passport", "A page will explain how to renew a passport.", NONE),
    ),
}

# By language: what the same boundaries look like there.
SPOKEN = {
    "es": (
        ("Registro", "El Ministerio de Justicia digitalizará el registro de empresas.", NONE),
        ("Asistencia", "Se brindará asistencia jurídica gratuita a mujeres rurales.", [A2J]),
        ("Apelaciones", "Se podrá apelar la denegación de solicitudes de información.", [JOG]),
        ("Denunciantes", "La ley protegerá a los denunciantes de corrupción.", [JOG]),
        ("Declaraciones", "Se publicarán las declaraciones patrimoniales de los ministros.", NONE),
    ),
    "fr": (
        ("Registre", "Le ministère de la Justice numérisera le registre des entreprises.", NONE),
        ("Aide juridictionnelle", "Elle sera offerte gratuitement dans les villages.", [A2J]),
        ("Alerte", "Une loi protégera les lanceurs d'alerte contre les représailles.", [JOG]),
        ("Recours", "Les refus d'accès à l'information pourront faire l'objet d'un recours.", [JOG]),
        ("Budget", "Le budget citoyen sera publié chaque année.", NONE),
    ),
    "pt": (
        ("Decisões", "As decisões dos tribunais serão publicadas em dados abertos.", [OJI]),
        ("Denunciantes", "Uma lei protegerá os denunciantes de corrupção.", [JOG]),
        ("Recursos", "Os pedidos de informação recusados podem ser objeto de recurso.", [JOG]),
        ("Orçamento", "O orçamento cidadão será publicado todos os anos.", NONE),
    ),
}
# What the codebook decides and few words show: a person must at least be asked.
SUBTLE = (
    ("B2", "Judgments explained", "Judgments are published so that tenants can solve disputes.", [OJI]),
    (
        "B3",
        "E-filing",
        "People will file their lawsuits online and follow their own case to judgment.",
        [A2J],
    ),
    ("B3", "Hearings on screen", "Court hearings will be streamed live so that the public can watch.", [OJI]),
    ("B9", "Papers", "Stateless people will get legal identity so they can claim rights.", [A2J]),
    (
        "B24",
        "Open review board",
        "The procurement review board will publish its decisions on bid protests and open its hearings.",
        [OJI, JOG],
    ),
)
